package dev.connexions.bootstrap.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a demo keeps its things, held by one demo at a time. Without a name given, it is a folder of its own below the
 * system's temporary one, gone at the end; what a killed demo left there is cleared away by the next.
 */
final class DemoDirectory implements AutoCloseable {

    private static final String LOCK = "demo.lock";

    private final Path path;
    private final boolean temporary;
    private final FileChannel channel;

    private DemoDirectory(Path path, boolean temporary, FileChannel channel) {
        this.path = path;
        this.temporary = temporary;
        this.channel = channel;
    }

    /** @throws DemoException when another demo holds it, or it cannot be written */
    static DemoDirectory open(@Nullable Path chosen) {
        if (chosen != null) {
            return hold(chosen.toAbsolutePath().normalize(), false);
        }
        var parent =
                Path.of(System.getProperty("java.io.tmpdir"), "connexions-demo-" + System.getProperty("user.name"));
        clearAbandoned(parent);
        return hold(parent.resolve(UUID.randomUUID().toString()), true);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (temporary) {
            delete(path);
        }
    }

    private static DemoDirectory hold(Path path, boolean temporary) {
        try {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new DemoException("another demo is running on " + path);
            }
            PostgresProcess.stopOrphan(EmbeddedDatabase.dataOf(path));
            return new DemoDirectory(path, temporary, channel);
        } catch (IOException e) {
            throw new DemoException("the data directory " + path + " cannot be used: " + e, e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static void clearAbandoned(Path parent) {
        if (!Files.isDirectory(parent)) {
            return;
        }
        try (var abandoned = Files.list(parent)) {
            abandoned.filter(Files::isDirectory).forEach(DemoDirectory::clearIfAbandoned);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void clearIfAbandoned(Path path) {
        try (var channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (lock(channel) == null) {
                return;
            }
            PostgresProcess.stopOrphan(EmbeddedDatabase.dataOf(path));
            delete(path);
        } catch (IOException somebodyElseCleared) {
            // two demos that start together may both try: either is enough
        }
    }

    private static void delete(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (var all = Files.walk(path)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
