package dev.connexions.bootstrap.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connexions.domain.shared.OneTimeSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a demo makes up once and keeps with its data: passwords, the JWT secret, who is who. */
record DemoSecrets(
        String superuserPassword,
        String ownerPassword,
        String applicationPassword,
        String jwtSecret,
        String metaAppSecret,
        UUID systemUser,
        Map<String, UUID> people) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "secrets.json";

    static DemoSecrets in(Path directory) {
        var file = directory.resolve(FILE);
        try {
            if (Files.exists(file)) {
                return JSON.readValue(file.toFile(), new TypeReference<>() {});
            }
            var secrets = random();
            // whole or not at all: a demo killed right here starts anew
            var draft = Files.createTempFile(
                    directory,
                    FILE,
                    null,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            JSON.writeValue(draft.toFile(), secrets);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return secrets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    UUID person(String role) {
        var id = people.get(role);
        if (id == null) {
            throw new DemoException("the data directory was made by another version: it knows no " + role);
        }
        return id;
    }

    private static DemoSecrets random() {
        return new DemoSecrets(
                secret(),
                secret(),
                secret(),
                secret(),
                secret(),
                UUID.randomUUID(),
                DemoPlatform.ROLES.stream().collect(Collectors.toMap(role -> role, role -> UUID.randomUUID())));
    }

    private static String secret() {
        return OneTimeSecret.random().reveal();
    }

    @Override
    public String toString() {
        return "***";
    }
}
