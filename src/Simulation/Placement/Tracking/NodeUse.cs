namespace RiskAnalyzer.Simulation.Placement.Tracking;

/// <summary>CPU in thousandths of a core and memory in bytes: what a node has to give and what its pods request.</summary>
/// <param name="CpuLimit">Allocatable CPU.</param>
/// <param name="MemoryLimit">Allocatable memory.</param>
/// <param name="Cpu">Requested CPU.</param>
/// <param name="Memory">Requested memory.</param>
/// <param name="ScoredCpu">Requested CPU with defaults for containers that request none.</param>
/// <param name="ScoredMemory">Requested memory with defaults for containers that request none.</param>
internal readonly record struct NodeUse(long CpuLimit, long MemoryLimit, long Cpu, long Memory, long ScoredCpu, long ScoredMemory);
