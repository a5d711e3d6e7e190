package dev.erpkit.storage.jdbc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** Files of H2 below {@code loss:}, each on a {@link LossyDisk} that remembers what was forced. */
public final class LossyFiles extends FilePathWrapper {
    static final String SCHEME = "loss";

    private static final Map<String, LossyDisk> DISKS = new ConcurrentHashMap<>();

    /** Made by H2, for each path. */
    public LossyFiles() {}

    static void register() {
        FilePath.register(new LossyFiles());
    }

    /** The disk of a file, by its path without the scheme. */
    static LossyDisk disk(String file) {
        return DISKS.computeIfAbsent(file, name -> new LossyDisk());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new LossyChannel(getBase().open(mode), disk(getBase().toString()));
    }
}
