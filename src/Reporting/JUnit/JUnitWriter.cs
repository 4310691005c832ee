using System.Globalization;
using System.Xml;
using RiskAnalyzer.Reporting.Content;

namespace RiskAnalyzer.Reporting.JUnit;

/// <summary>Writes the common subset of JUnit XML that pipelines read.</summary>
/// <remarks>Source: https://github.com/testmoapp/junitxml</remarks>
internal static class JUnitWriter
{
    public static void Write(TextWriter output, string name, IReadOnlyList<JUnitSuite> suites)
    {
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true };
        output.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        using (var xml = XmlWriter.Create(output, settings))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", name);
            Counts(xml, [.. suites.SelectMany(suite => suite.Cases)]);
            foreach (var suite in suites)
            {
                xml.WriteStartElement("testsuite");
                xml.WriteAttributeString("name", PlainText.Of(suite.Name));
                Counts(xml, suite.Cases);
                foreach (var @case in suite.Cases)
                {
                    Case(xml, suite.Name, @case);
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        output.Write('\n');
    }

    private static void Counts(XmlWriter xml, IReadOnlyList<JUnitCase> cases)
    {
        Number(xml, "tests", cases.Count);
        Number(xml, "failures", cases.Count(c => c.Result == JUnitResult.Failure));
        Number(xml, "errors", cases.Count(c => c.Result == JUnitResult.Error));
        Number(xml, "skipped", cases.Count(c => c.Result == JUnitResult.Skipped));
    }

    private static void Number(XmlWriter xml, string name, int value) => xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));

    private static void Case(XmlWriter xml, string suite, JUnitCase @case)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", PlainText.Of(@case.Name));
        xml.WriteAttributeString("classname", PlainText.Of(suite));
        if (@case.Source.File is { } file)
        {
            xml.WriteAttributeString("file", PlainText.Of(file));
            Number(xml, "line", @case.Source.Line);
        }

        if (@case.Seconds is { } seconds && double.IsFinite(seconds))
        {
            xml.WriteAttributeString("time", Math.Round(seconds, 3).ToString("0.###", CultureInfo.InvariantCulture));
        }

        Result(xml, @case);
        xml.WriteEndElement();
    }

    private static void Result(XmlWriter xml, JUnitCase @case)
    {
        var element = @case.Result switch
        {
            JUnitResult.Passed when @case.Message.Length == 0 => null,
            JUnitResult.Passed => "system-out",
            JUnitResult.Failure => "failure",
            JUnitResult.Error => "error",
            JUnitResult.Skipped => "skipped",
            _ => throw new ArgumentOutOfRangeException(nameof(@case), @case.Result, null),
        };
        if (element is null)
        {
            return;
        }

        xml.WriteStartElement(element);
        if (element != "system-out")
        {
            xml.WriteAttributeString("message", PlainText.Of(@case.Message));
        }

        if (element is "failure" or "error")
        {
            xml.WriteAttributeString("type", PlainText.Of(@case.Type));
        }

        if (element != "skipped")
        {
            xml.WriteString(PlainText.Of(@case.Details.Length > 0 ? @case.Details : @case.Message));
        }

        xml.WriteEndElement();
    }
}
