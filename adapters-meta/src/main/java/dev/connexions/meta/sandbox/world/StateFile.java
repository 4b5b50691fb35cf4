package dev.connexions.meta.sandbox.world;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The world on disk. Written beside the old one, forced to the disk and then put in its place, so that whenever the
 * process or the machine dies there is one whole state, and it is the last that was acknowledged.
 */
final class StateFile {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new TimesModule())
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            // a record is its components, whatever else it can tell
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .build();

    private static final FileAttribute<?>[] OWNER_ONLY =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];

    private final Path path;

    StateFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    /** @throws IllegalStateException when there is one that cannot be read: starting afresh would lose it silently */
    Optional<Snapshot> read() {
        if (Files.notExists(path)) {
            return Optional.empty();
        }
        try {
            var snapshot = MAPPER.readValue(Files.readAllBytes(path), Snapshot.class);
            if (snapshot.format() != Snapshot.FORMAT) {
                throw new IllegalStateException("the sandbox's state file " + path + " is of another version");
            }
            return Optional.of(snapshot);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException("the sandbox's state file " + path + " is damaged", malformed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void write(Snapshot snapshot) {
        try {
            Files.createDirectories(path.resolveSibling(""));
            var fresh = path.resolveSibling(path.getFileName() + ".new");
            try (var channel = FileChannel.open(fresh, Set.of(CREATE, WRITE, TRUNCATE_EXISTING), OWNER_ONLY)) {
                var bytes = ByteBuffer.wrap(MAPPER.writeValueAsBytes(snapshot));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, path, ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Map<String, JsonNode> written(Collection<Part<?>> parts) {
        var written = new LinkedHashMap<String, JsonNode>();
        parts.forEach(part -> written.put(part.name(), MAPPER.valueToTree(part.save())));
        return written;
    }

    /** @throws IllegalStateException when it cannot be read */
    static <S> S read(JsonNode saved, Class<S> form) {
        try {
            return MAPPER.treeToValue(saved, form);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException("the sandbox's state file is damaged", malformed);
        }
    }
}
