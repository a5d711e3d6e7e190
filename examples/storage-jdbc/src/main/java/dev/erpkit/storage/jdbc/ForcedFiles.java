package dev.erpkit.storage.jdbc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * Files of H2 that survive a loss of power, below {@code forced:}. H2 itself forces the disk when it closes a file and not when it
 * commits, and takes a chunk whose first and last sector are there for whole; see {@link JdbcBooks#durableFile}.
 */
public final class ForcedFiles extends FilePathWrapper {
    static final String SCHEME = "forced";

    /** Made by H2, for each path. */
    public ForcedFiles() {}

    /** Makes the scheme known to H2; again changes nothing. */
    static void register() {
        FilePath.register(new ForcedFiles());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new ForcedChannel(getBase().open(mode));
    }
}
