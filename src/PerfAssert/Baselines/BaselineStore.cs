using System.Security.Cryptography;
using System.Text;

namespace PerfAssert.Baselines;

/// <summary>
/// The two files on disk. The committed one is only ever read. The received one is a complete baseline (the committed entries
/// with the new results laid over them), so that moving it over the committed one loses nothing.
/// </summary>
internal static class BaselineStore
{
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Reads the committed baseline; empty when there is none.</summary>
    /// <exception cref="BaselineException">The file is not usable.</exception>
    public static BaselineFile ReadCommitted(BaselinePaths paths) => Read(paths.Committed, paths.CommittedShown);

    /// <summary>Adds a result to the received file. Results other tests left there, also from other processes, are kept.</summary>
    public static void Receive(BaselinePaths paths, string key, string name, string machine, BaselineRecord record) =>
        Update(paths, (committed, pending) => committed.With(pending).With(key, name, machine, record));

    /// <summary>Takes a result back that no longer differs; a received file in which nothing is left to accept is deleted.</summary>
    public static void Withdraw(BaselinePaths paths, string key, string machine)
    {
        if (File.Exists(paths.Received))
            Update(paths, (committed, pending) => committed.With(pending.Where(p => p.Key != key || p.Machine != machine)));
    }

    private static void Update(BaselinePaths paths, Func<BaselineFile, IReadOnlyList<BaselineChange>, BaselineFile> change)
    {
        using var _ = Lock(paths.Received);
        var committed = ReadCommitted(paths);
        var updated = change(committed, ReadReceived(paths).PendingOver(committed).ToArray());
        if (updated.Equals(committed))
            File.Delete(paths.Received);
        else
            AtomicFile.Write(paths.Received, BaselineWriter.Write(updated));
    }

    /// <summary>A received file is ours to replace: one that cannot be read holds nothing worth stopping a test run for.</summary>
    private static BaselineFile ReadReceived(BaselinePaths paths)
    {
        try
        {
            return Read(paths.Received, paths.ReceivedShown);
        }
        catch (BaselineException)
        {
            return BaselineFile.Empty;
        }
    }

    private static BaselineFile Read(string path, string shown)
    {
        try
        {
            return BaselineReader.Read(File.ReadAllBytes(path), shown);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return BaselineFile.Empty;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BaselineException(shown, null, null, "cannot be read: " + e.Message, "Check that the file is readable and not locked by another program.", e);
        }
    }

    /// <summary>Test projects of a solution run as processes beside each other, several target frameworks of one even on the same file.</summary>
    private static IDisposable? Lock(string path)
    {
        var name = "PerfAssert-" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(path))), 0, 16);
        var mutex = new Mutex(initiallyOwned: false, "Global\\" + name);
        try
        {
            if (mutex.WaitOne(LockTimeout))
                return new Held(mutex);
        }
        catch (AbandonedMutexException)
        {
            // Whoever held it is gone; writes are atomic, so what it left is whole.
            return new Held(mutex);
        }

        mutex.Dispose();
        throw new IOException($"{path} is being written by another process for more than {LockTimeout.TotalSeconds:0} s.");
    }

    private sealed class Held(Mutex mutex) : IDisposable
    {
        public void Dispose()
        {
            mutex.ReleaseMutex();
            mutex.Dispose();
        }
    }
}
