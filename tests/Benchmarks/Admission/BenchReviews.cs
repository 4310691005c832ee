using System.Globalization;
using System.Text;

namespace RiskAnalyzer.Benchmarks.Admission;

/// <summary>Reviews of Deployments as an API server sends them: defaulted, with managed fields, and with the stored object on an update.</summary>
internal static class BenchReviews
{
    private const int Objects = 8;

    /// <summary>Three updates for each creation, and now and then one that has something to warn about.</summary>
    public static IReadOnlyList<byte[]> All() => [.. Enumerable.Range(0, Objects).Select(Review)];

    private static byte[] Review(int i)
    {
        var isUpdate = i % 4 != 3;
        var name = isUpdate ? BenchCluster.NameOf(i) : $"new-{i}";
        var replicas = i == 6 ? 1 : 5;
        return Encoding.UTF8.GetBytes($$$$$"""
            {"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","request":{"uid":"705ab4f5-6393-11e8-b7cc-42010a80000{{{{{i}}}}}","kind":{"group":"apps","version":"v1","kind":"Deployment"},"resource":{"group":"apps","version":"v1","resource":"deployments"},"requestKind":{"group":"apps","version":"v1","kind":"Deployment"},"requestResource":{"group":"apps","version":"v1","resource":"deployments"},"name":"{{{{{name}}}}}","namespace":"{{{{{BenchCluster.Namespace}}}}}","operation":"{{{{{(isUpdate ? "UPDATE" : "CREATE")}}}}}","userInfo":{"username":"jane@example.org","groups":["developers","system:authenticated"]},"object":{{{{{Deployment(name, replicas)}}}}},"oldObject":{{{{{(isUpdate ? Deployment(name, 5) : "null")}}}}},"dryRun":false,"options":{"kind":"UpdateOptions","apiVersion":"meta.k8s.io/v1","fieldManager":"kubectl-client-side-apply","fieldValidation":"Strict"}}}
            """);
    }

    private static string Deployment(string name, int replicas)
    {
        var variables = string.Join(",", Enumerable.Range(0, 12).Select(i => $$"""{"name":"SETTING_{{i}}","value":"{{new string('v', 24)}}"}"""));
        var fields = string.Join(",", Enumerable.Range(0, 40).Select(i => $$$$$"""f:field-{{{{{i}}}}}":{".":{},"f:name":{},"f:value":{}},"k:{\"name\":\"{{{{{i}}}}}\"}":{}""").Select(each => $"\"{each}"));
        return string.Create(CultureInfo.InvariantCulture, $$$$$"""
            {"kind":"Deployment","apiVersion":"apps/v1","metadata":{"name":"{{{{{name}}}}}","namespace":"{{{{{BenchCluster.Namespace}}}}}","uid":"2b4b7c1e-0f3c-4c8e-9a0e-0a4b8e0f6a11","resourceVersion":"123456","generation":3,"creationTimestamp":"2026-11-01T08:00:00Z","labels":{"app":"{{{{{name}}}}}"},"annotations":{"deployment.kubernetes.io/revision":"3"},"managedFields":[{"manager":"kubectl","operation":"Update","apiVersion":"apps/v1","time":"2026-11-01T08:00:00Z","fieldsType":"FieldsV1","fieldsV1":{{{{{{fields}}}}}}}]},"spec":{"replicas":{{{{{replicas}}}}},"selector":{"matchLabels":{"app":"{{{{{name}}}}}"}},"template":{"metadata":{"labels":{"app":"{{{{{name}}}}}"}},"spec":{"topologySpreadConstraints":[{"maxSkew":1,"topologyKey":"kubernetes.io/hostname","whenUnsatisfiable":"ScheduleAnyway","labelSelector":{"matchLabels":{"app":"{{{{{name}}}}}"}}}],"containers":[{"name":"cart","image":"registry.example.org/cart:1.2","ports":[{"containerPort":8080,"protocol":"TCP"}],"env":[{{{{{variables}}}}}],"resources":{"requests":{"cpu":"100m","memory":"64Mi"},"limits":{"memory":"128Mi"}},"readinessProbe":{"httpGet":{"path":"/ready","port":8080,"scheme":"HTTP"},"timeoutSeconds":1,"periodSeconds":10,"successThreshold":1,"failureThreshold":3},"livenessProbe":{"httpGet":{"path":"/live","port":8080,"scheme":"HTTP"},"timeoutSeconds":1,"periodSeconds":10,"successThreshold":1,"failureThreshold":3},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File","imagePullPolicy":"IfNotPresent"}],"restartPolicy":"Always","terminationGracePeriodSeconds":30,"dnsPolicy":"ClusterFirst","securityContext":{},"schedulerName":"default-scheduler"}},"strategy":{"type":"RollingUpdate","rollingUpdate":{"maxUnavailable":"25%","maxSurge":"25%"}},"revisionHistoryLimit":10,"progressDeadlineSeconds":600},"status":{"observedGeneration":3,"replicas":5,"updatedReplicas":5,"readyReplicas":5,"availableReplicas":5,"conditions":[{"type":"Available","status":"True","lastUpdateTime":"2026-11-01T08:00:00Z","lastTransitionTime":"2026-11-01T08:00:00Z","reason":"MinimumReplicasAvailable","message":"Deployment has minimum availability."}]}}
            """);
    }
}
