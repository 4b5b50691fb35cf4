package dev.connexions.bootstrap.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;

/** Everything a script needs to use a running demo; its member names are fixed. */
record DemoFile(
        URI baseUrl,
        URI adminUrl,
        URI sandboxUrl,
        Database database,
        long pid,
        List<Organisation> organisations,
        Tokens tokens,
        List<SandboxAccount> sandboxAccounts) {

    record Database(String url, Login owner, Login application) {}

    record Login(String user, String password) {}

    record Organisation(UUID id, String name, Members tokens) {}

    record Members(String operator, String viewer) {}

    record Tokens(String administrator, String service) {}

    /** @param login {@code instagram}, {@code facebook} or {@code both} */
    record SandboxAccount(
            String username, String id, String type, String login, String consentUsername, String consentPassword) {}

    /** Whole or not at all: whoever waits for the file may read it the moment it is there. */
    void write(Path file) {
        var target = file.toAbsolutePath();
        try {
            var draft = Files.createTempFile(
                    target.getParent(),
                    ".demo",
                    null,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(
                    draft, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new DemoException("CONNEXIONS_DEMO_FILE names a file that cannot be written: " + file, e);
        }
    }
}
