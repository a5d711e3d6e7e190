package dev.erpkit.storage.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;

/**
 * Forces each write to the disk, and the last sector of it only when all before it is there. So writes happen one after the
 * other, and what H2 writes at a commit ends in its footer, without which H2 does not take it for a commit. All that is asked of
 * the disk is that it writes one sector whole or not at all.
 */
final class ForcedChannel extends FileBaseDefault {
    private static final int SECTOR = 512;

    private final FileChannel file;

    ForcedChannel(FileChannel file) {
        this.file = file;
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
        int size = source.remaining();
        int before = Math.max(0, size - SECTOR);
        if (before > 0) {
            ByteBuffer first = source.duplicate();
            first.limit(first.position() + before);
            writeAll(first, position);
            source.position(source.position() + before);
        }
        writeAll(source, position + before);
        return size;
    }

    private void writeAll(ByteBuffer source, long position) throws IOException {
        long at = position;
        while (source.hasRemaining()) {
            at += file.write(source, at);
        }
        file.force(false);
    }

    @Override
    protected void implTruncate(long size) throws IOException {
        file.truncate(size);
        file.force(false);
    }

    @Override
    public void force(boolean metaData) throws IOException {
        file.force(metaData);
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // readers need not wait for the disk
    public int read(ByteBuffer target, long position) throws IOException {
        return file.read(target, position);
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
