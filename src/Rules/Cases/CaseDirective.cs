namespace RiskAnalyzer.Rules.Cases;

/// <summary>Comments at the start of a line of a case that say how to run it or what else to expect.</summary>
public enum CaseDirective
{
    /// <summary><c># policy: {rules: …, namespaces: …, exemptions: …}</c>: the <c>spec</c> of a policy file; may go on with <c>#   </c> lines.</summary>
    Policy,

    /// <summary><c># parameters: minReplicas=3; names=a,b</c>: parameters of the rule.</summary>
    Parameters,

    /// <summary><c># kubernetes-version: 1.36</c>: the version to judge by.</summary>
    KubernetesVersion,

    /// <summary><c># captured-at: 2026-11-22T00:00:00Z</c>: when the cluster looked like this.</summary>
    CapturedAt,

    /// <summary><c># known: all</c> or <c># known: Pods, Nodes</c>: kinds that count as looked at although no object of them is there.</summary>
    Known,

    /// <summary><c># plan: {profile: kured}</c>: the <c>spec</c> of a plan file; its forecast is given to the rules.</summary>
    Plan,

    /// <summary><c># expect-not-evaluated: no nodes</c>: the rule could not look, for a reason with this text in it.</summary>
    ExpectNotEvaluated,

    /// <summary><c># expect-on-policy: unused-exemption</c>: rules that find something about the case's policy, separated by commas.</summary>
    ExpectOnPolicy,

    /// <summary><c># expect-severity: high</c>: the severity of every finding of the rule.</summary>
    ExpectSeverity,

    /// <summary><c># expect-message: keeps 3 of 3</c>: a text that some finding's message contains.</summary>
    ExpectMessage,
}
