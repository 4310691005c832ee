namespace RiskAnalyzer.Reporting.Html;

/// <summary>The look of the pages: readable on screens and paper, light and dark, without anything from elsewhere.</summary>
internal static class HtmlStyle
{
    /// <summary>The style sheet. Text and background have a contrast of at least 4.5 to 1 in both schemes.</summary>
    public const string Css = """
        :root { color-scheme: light dark; --bg: #ffffff; --fg: #1b1f24; --soft: #57606a; --line: #d0d7de; --card: #f6f8fa;
          --blocker: #a40e26; --high: #b35900; --medium: #7a5c00; --low: #0a5cad; --info: #57606a; --good: #1a6b2f; --drain: #0a5cad; --work: #9aa4af; }
        @media (prefers-color-scheme: dark) { :root { --bg: #0d1117; --fg: #e6edf3; --soft: #9ea7b3; --line: #30363d; --card: #161b22;
          --blocker: #ff8f8f; --high: #ffb057; --medium: #e3c341; --low: #79b8ff; --info: #9ea7b3; --good: #6fdc8c; --drain: #4c9aff; --work: #56606b; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 1rem 1.25rem 3rem; max-width: 68rem; background: var(--bg); color: var(--fg);
          font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere; }
        h1 { font-size: 1.6rem; margin: .5rem 0; } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; border-bottom: 1px solid var(--line); }
        h3 { font-size: 1rem; margin: 1rem 0 .25rem; } p { margin: .35rem 0; } ul { margin: .35rem 0; padding-left: 1.25rem; }
        code { font: .92em ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace; }
        .soft { color: var(--soft); } .verdict { font-size: 1.25rem; font-weight: 600; border-left: .4rem solid; padding: .4rem .8rem; background: var(--card); }
        .tag { display: inline-block; min-width: 4.6rem; font-weight: 600; } .entry { margin: .5rem 0; padding: .5rem .75rem; background: var(--card); border-left: .25rem solid; }
        .blocker { color: var(--blocker); } .high { color: var(--high); } .medium { color: var(--medium); } .low { color: var(--low); }
        .info { color: var(--info); } .good { color: var(--good); } .entry p { color: var(--fg); } .entry .soft { color: var(--soft); }
        .counts { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; padding: 0; list-style: none; }
        .scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .95rem; }
        th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); }
        td, thead th { white-space: nowrap; } tbody th { min-width: 9rem; font-weight: normal; }
        td.bar { width: 40%; min-width: 7rem; } .track { display: flex; height: .95rem; margin-top: .3rem; background: var(--card); }
        .track span { display: block; height: 100%; } .track .drain { background: var(--drain); min-width: 2px; } .track .work { background: var(--work); }
        .key { display: inline-block; width: .9rem; height: .9rem; vertical-align: -.1rem; margin: 0 .3rem 0 .8rem; } .key.drain { background: var(--drain); } .key.work { background: var(--work); }
        summary { cursor: pointer; color: var(--soft); } .skip { position: absolute; left: -99rem; } .skip:focus { position: static; }
        @media print { body { max-width: none; padding: 0; font-size: 11pt; } .entry, tr { break-inside: avoid; } h2, h3 { break-after: avoid; }
          details::details-content { content-visibility: visible; height: auto; } summary { display: none; } td.bar { width: 20%; min-width: 4rem; }
          .track span, .key, .entry, .verdict { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
        """;
}
