using System.Globalization;

namespace PerfAssert.Runs;

/// <summary>
/// A lock file in the folder for temporary files. The operating system lets go of it when its process ends, however it ends. A machine whose folder can't be
/// written to has no lock, and measures without.
/// </summary>
/// <param name="path">The file. Its neighbour <c>.owner</c> says who has it: a locked file can't be read everywhere.</param>
internal sealed class MachineLock(string path) : IMachineLock
{
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int LockViolation = unchecked((int)0x80070021);

    /// <summary>EWOULDBLOCK of Linux and of macOS.</summary>
    private static readonly int[] s_wouldBlock = [11, 35];

    /// <summary>The lock of this machine, for all users who share its folder for temporary files.</summary>
    public static MachineLock OfThisMachine { get; } = new(Path.Combine(Path.GetTempPath(), "PerfAssert.lock"));

    private string OwnerPath => path + ".owner";

    public string? Owner
    {
        get
        {
            try
            {
                return File.ReadAllText(OwnerPath).Trim() is { Length: > 0 and < 300 } owner ? owner : null;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }

    public IDisposable? TryEnter(string owner)
    {
        try
        {
            var file = Open();
            Say(string.Create(CultureInfo.InvariantCulture, $"{owner} (process {Environment.ProcessId})"));
            return file;
        }
        catch (IOException e) when (IsHeld(e))
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new MemoryStream();
        }
    }

    private static bool IsHeld(IOException e) => e.HResult is SharingViolation or LockViolation || Array.IndexOf(s_wouldBlock, e.HResult) >= 0;

    private FileStream Open()
    {
        // Not to create it is allowed to more users than to create it.
        if (File.Exists(path))
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None, bufferSize: 0);
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        return new FileStream(path, options);
    }

    private void Say(string owner)
    {
        try
        {
            File.WriteAllText(OwnerPath, owner);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Others then wait without knowing for whom.
        }
    }
}
