using System.Text.Json;
using RiskAnalyzer.Kubernetes.Api;
using RiskAnalyzer.Kubernetes.Reading;

namespace RiskAnalyzer.Kubernetes.Files;

/// <summary>Keeps the reduced objects of one list on disk until all lists are complete; pages that broke off are cut away again.</summary>
internal sealed class SpooledList(ApiResource resource) : IListTarget, IDisposable
{
    private const int BufferSize = 64 * 1024;
    private readonly ItemFilter _filter = new(resource.Type);
    private readonly FileStream _file = OpenNameless();
    private long _whole;

    /// <inheritdoc/>
    public void Begin() => CutTo(0);

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<byte> json)
    {
        try
        {
            _file.Write(",\n"u8);
            _file.Write(_filter.Reduce(json));
        }
        catch (JsonException error)
        {
            throw new KubernetesApiException(ApiFailure.Interrupted, $"the list of {resource} holds something that is not valid JSON: {error.Message}", error);
        }
    }

    /// <inheritdoc/>
    public void EndPage(ListPage page) => _whole = _file.Position;

    /// <inheritdoc/>
    public void DropPage() => CutTo(_whole);

    /// <summary>Copies the objects, with a comma before each but the very first.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="isFirst">Whether nothing was written before; false once this wrote something.</param>
    public void CopyTo(Stream output, ref bool isFirst)
    {
        _file.Flush();
        _file.Position = isFirst && _file.Length > 0 ? 1 : 0;
        isFirst &= _file.Length == 0;
        _file.CopyTo(output);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    // Where the system allows it the file loses its name at once, so that nothing stays behind however the program ends.
    private static FileStream OpenNameless()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, BufferSize = BufferSize, Options = FileOptions.DeleteOnClose };
        if (OperatingSystem.IsWindows())
        {
            return new(path, options);
        }

        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        File.Delete(path);
        return file;
    }

    private void CutTo(long length)
    {
        _file.Flush();
        _file.SetLength(length);
        _file.Position = length;
        _whole = length;
    }
}
