using System.Globalization;
using System.Text;
using RiskAnalyzer.Kubernetes.Api;
using RiskAnalyzer.Kubernetes.Reading;

namespace RiskAnalyzer.Kubernetes.Tests.Reading;

/// <summary>A view of the largest supported cluster fits beside a webhook. Nothing else may run while memory is counted.</summary>
[Collection(nameof(ViewMemoryTests))]
[CollectionDefinition(nameof(ViewMemoryTests), DisableParallelization = true)]
public sealed class ViewMemoryTests
{
    private const int Pods = 100_000;

    // 150,000 pods in 135 MB leave more than as much again for the rest of a process that may have 300 MB. So many pods are counted
    // that what earlier tests gave back in the meantime makes no difference.
    private const int MostBytesPerPod = 900;

    [Fact]
    public void A_pod_of_a_replica_set_costs_less_than_nine_hundred_bytes()
    {
        var mirror = new ResourceMirror(ApiResources.All.Single(resource => resource.Plural == "pods"));
        Fill(mirror, 1);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Fill(mirror, Pods);
        _ = mirror.Settle();
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(mirror);
        Assert.InRange((after - before) / Pods, 1, MostBytesPerPod);
    }

    private static void Fill(ResourceMirror mirror, int count)
    {
        mirror.Begin();
        for (var i = 0; i < count; i++)
        {
            mirror.Add(Encoding.UTF8.GetBytes(Pod(i)));
        }

        mirror.EndPage(new("1", null));
    }

    // As the API shows the pods of a Deployment, one of twenty, on one of 5,000 nodes; what nobody reads is left out.
    private static string Pod(int i)
    {
        var hash = ((i / 20) + 1_000_000).ToString("x", CultureInfo.InvariantCulture);
        var started = string.Create(CultureInfo.InvariantCulture, $"2026-11-{1 + (i % 28):00}T10:{i % 60:00}:{i * 7 % 60:00}Z");
        return $$$"""
            {"metadata":{"name":"app-{{{i / 20}}}-{{{hash}}}-{{{i:x5}}}","generateName":"app-{{{i / 20}}}-{{{hash}}}-","namespace":"team-{{{i / 1000}}}","uid":"0b2f{{{i:x8}}}","resourceVersion":"{{{i}}}",
            "creationTimestamp":"{{{started}}}","labels":{"app":"app-{{{i / 20}}}","pod-template-hash":"{{{hash}}}"},
            "ownerReferences":[{"apiVersion":"apps/v1","kind":"ReplicaSet","name":"app-{{{i / 20}}}-{{{hash}}}","uid":"77","controller":true,"blockOwnerDeletion":true}]},
            "spec":{"volumes":[{"name":"kube-api-access-{{{i:x5}}}","projected":{"sources":[]}}],
            "containers":[{"name":"main","image":"registry.example/app-{{{i / 20}}}:1.0.0","resources":{"requests":{"cpu":"50m","memory":"64Mi"}},
            "volumeMounts":[{"name":"kube-api-access-{{{i:x5}}}","readOnly":true,"mountPath":"/var/run/secrets/kubernetes.io/serviceaccount"}],
            "readinessProbe":{"httpGet":{"path":"/ready","port":8080,"scheme":"HTTP"},"timeoutSeconds":1,"periodSeconds":10,"successThreshold":1,"failureThreshold":3}}],
            "restartPolicy":"Always","terminationGracePeriodSeconds":30,"nodeName":"node-{{{i % 5000}}}","schedulerName":"default-scheduler","priority":0,"enableServiceLinks":true,
            "tolerations":[{"key":"node.kubernetes.io/not-ready","operator":"Exists","effect":"NoExecute","tolerationSeconds":300}]},
            "status":{"phase":"Running","conditions":[{"type":"Initialized","status":"True","lastTransitionTime":"{{{started}}}"},{"type":"Ready","status":"True","lastTransitionTime":"{{{started}}}"},
            {"type":"ContainersReady","status":"True","lastTransitionTime":"{{{started}}}"},{"type":"PodScheduled","status":"True","lastTransitionTime":"{{{started}}}"}],
            "startTime":"{{{started}}}","containerStatuses":[{"name":"main","state":{"running":{"startedAt":"{{{started}}}"}},"lastState":{},"ready":true,"restartCount":0,"image":"x","imageID":"y"}],"qosClass":"Burstable"}}
            """;
    }
}
