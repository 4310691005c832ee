using System.Diagnostics.Metrics;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Policies;
using RiskAnalyzer.Webhook;
using RiskAnalyzer.Webhook.Admission;
using RiskAnalyzer.Webhook.Telemetry;

var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseKestrelHttpsConfiguration();
var app = builder.Build();
var (limits, policy) = (new AdmissionLimits(), Policy.Default(RuleCatalog.Default));
using var meter = new Meter("RiskAnalyzer");
var reviewer = new AdmissionReviewer(RuleCatalog.Default, () => policy, new NoView(), limits, new AdmissionMetrics(meter), TimeProvider.System);
_ = AdmissionEndpoint.Map(app, reviewer, limits);
app.Run();
