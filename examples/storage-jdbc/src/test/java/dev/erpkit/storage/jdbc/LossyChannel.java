package dev.erpkit.storage.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;

/** A file as a running process sees it, which tells a disk what was written and what was forced. */
final class LossyChannel extends FileBaseDefault {
    private final FileChannel file;
    private final LossyDisk disk;

    LossyChannel(FileChannel file, LossyDisk disk) {
        this.file = file;
        this.disk = disk;
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        return file.read(target, position);
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        byte[] bytes = new byte[source.remaining()];
        source.duplicate().get(bytes);
        disk.wrote(position, bytes);
        return file.write(source, position);
    }

    @Override
    protected void implTruncate(long size) throws IOException {
        disk.truncated(size);
        file.truncate(size);
    }

    @Override
    public void force(boolean metaData) {
        disk.forced();
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }
}
