package dev.callboard.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Who uses a data folder, told by locks on one file, which the system drops with a process, however it dies: each user
 * holds byte 0 together with the others; whoever starts or stops servers holds byte 1 alone. Byte 1 always comes
 * first.
 */
final class FolderUse implements AutoCloseable {
    private final FileChannel file;
    private FileLock use;

    private FolderUse(FileChannel file) {
        this.file = file;
    }

    /** Joins the users of the folder; waits while somebody starts or stops its servers. */
    static FolderUse join(Path folder) throws IOException {
        FolderUse joined = new FolderUse(FileChannel.open(folder.resolve("users.lock"), StandardOpenOption.CREATE,
                StandardOpenOption.READ, StandardOpenOption.WRITE));
        try {
            joined.alone(() -> joined.use = joined.file.lock(0, 1, true));
        } catch (IOException failure) {
            joined.file.close();
            throw failure;
        }
        return joined;
    }

    /** Does the work while nobody else starts, stops, joins or leaves. */
    void alone(Work work) throws IOException {
        FileLock mutex = file.lock(1, 1, false);
        try {
            work.run();
        } finally {
            mutex.release();
        }
    }

    /** Leaves the folder; the last one does the work, before anybody can join again. */
    void leave(Work lastOnesWork) throws IOException {
        alone(() -> {
            use.release();
            FileLock everyone = file.tryLock(0, 1, false);
            if (everyone != null) {
                lastOnesWork.run();
                everyone.release();
            }
        });
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** What one does while holding the lock. */
    interface Work {
        void run() throws IOException;
    }
}
