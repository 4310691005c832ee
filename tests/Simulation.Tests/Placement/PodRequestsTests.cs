using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Simulation.Placement;
using RiskAnalyzer.TestKit;

namespace RiskAnalyzer.Simulation.Tests.Placement;

/// <summary>What a pod requests: the worked examples F7 to F13 of scheduling-semantics §11.</summary>
public sealed class PodRequestsTests
{
    private const string Sidecars = """
        initContainers: [{ name: s1, restartPolicy: Always, resources: { requests: { cpu: 500m } } }, { name: i, resources: { requests: { cpu: 1500m } } },
            { name: s2, restartPolicy: Always, resources: { requests: { cpu: 300m } } }], containers: [{ name: main, resources: { requests: { cpu: 1000m } } }]
        """;

    [Theory]
    [InlineData("F7", 3000, 3072, """
        initContainers: [{ name: i1, resources: { requests: { cpu: 2000m, memory: 1Gi } } }, { name: i2, resources: { requests: { cpu: 2000m, memory: 3Gi } } }],
        containers: [{ name: c1, resources: { requests: { cpu: 2000m, memory: 1Gi } } }, { name: c2, resources: { requests: { cpu: 1000m, memory: 1Gi } } }]
        """)]
    [InlineData("F8", 2000, 0, Sidecars)]
    [InlineData("F9", 1600, 0, """
        initContainers: [{ name: i, resources: { requests: { cpu: 1600m } } }, { name: s, restartPolicy: Always, resources: { requests: { cpu: 500m } } }],
        containers: [{ name: main, resources: { requests: { cpu: 1000m } } }]
        """)]
    [InlineData("F10", 2250, 0, "overhead: { cpu: 250m }, " + Sidecars)]
    [InlineData("F11", 2000, 2048, """
        resources: { requests: { cpu: 2 } }, containers: [{ name: c1, resources: { requests: { cpu: 500m, memory: 1Gi } } },
        { name: c2, resources: { requests: { cpu: 500m, memory: 1Gi } } }]
        """)]
    public void A_new_pod_requests_what_its_containers_need_at_most_at_a_time(string name, long cpuMilli, long memoryMebi, string spec)
    {
        var requests = PodRequests.OfIncoming(Read($"{{ apiVersion: v1, kind: Pod, metadata: {{ name: p, namespace: shop }}, spec: {{ {spec} }} }}").Spec).Plain;

        Assert.Equal((name, cpuMilli, memoryMebi), (name, requests.CpuMilli, requests[ResourceAmounts.Memory] >> 20));
    }

    [Theory]
    [InlineData("Deferred", 2000)]
    [InlineData("Infeasible", 1000)]
    public void A_pod_that_is_being_resized_requests_the_more_unless_that_is_infeasible(string reason, long cpuMilli)
    {
        var pod = Read($$"""
            apiVersion: v1
            kind: Pod
            metadata: { name: p, namespace: shop }
            spec: { nodeName: n1, containers: [{ name: main, resources: { requests: { cpu: 2000m } } }] }
            status:
              phase: Running
              conditions: [{ type: PodResizePending, status: "True", reason: {{reason}} }]
              containerStatuses: [{ name: main, allocatedResources: { cpu: 1000m }, resources: { requests: { cpu: 1000m } } }]
            """);

        Assert.Equal(cpuMilli, PodRequests.OfRunning(pod).Plain.CpuMilli);
    }

    private static Model.Resources.Pod Read(string yaml) => Snapshots.FromYaml(yaml).Pods.Single();
}
