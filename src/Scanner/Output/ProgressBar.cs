using RiskAnalyzer.Kubernetes.Manifests;
using Spectre.Console;

namespace RiskAnalyzer.Scanner.Output;

/// <summary>Shows on standard error how far a long step is, if that is a terminal.</summary>
internal static class ProgressBar
{
    /// <summary>Runs a step that reports how much it read.</summary>
    public static async Task<T> RunAsync<T>(Terminal terminal, string title, Func<Action<ReadProgress>, Task<T>> step)
    {
        if (!terminal.ShowsProgress)
        {
            return await step(static _ => { });
        }

        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.Yes, Out = new AnsiConsoleOutput(terminal.Error) });
        return await console.Progress()
            .AutoClear(true)
            .HideCompleted(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 20 }, new PercentageColumn(), new SpinnerColumn(Spinner.Known.Line))
            .StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(title));
                task.IsIndeterminate = true;
                return await step(progress => Show(task, title, progress));
            });
    }

    private static void Show(ProgressTask task, string title, ReadProgress progress)
    {
        task.Description = Markup.Escape($"{title} {progress.ObjectsRead} objects");
        if (progress.Share is { } share)
        {
            task.IsIndeterminate = false;
            task.MaxValue = 1;
            task.Value = share;
        }
    }
}
