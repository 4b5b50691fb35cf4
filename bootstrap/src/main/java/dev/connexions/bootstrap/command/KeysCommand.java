package dev.connexions.bootstrap.command;

import dev.connexions.bootstrap.settings.Settings;
import dev.connexions.db.token.KeyRing;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = "The key ring that encrypts access tokens: the file that CONNEXIONS_KEYS_FILE names.")
final class KeysCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "init or status is missing");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "Makes a new key ring. An existing file is never overwritten: it may be the only way to open what"
                            + " it sealed.")
    void init() {
        var file = Settings.keysFile(Here.directory(), System.getenv());
        print(KeyRing.init(file), "made " + file);
    }

    @Command(mixinStandardHelpOptions = true, description = "Lists the keys by id, never the keys themselves.")
    void status() {
        var file = Settings.keysFile(Here.directory(), System.getenv());
        print(KeyRing.load(file), file.toString());
    }

    private void print(KeyRing ring, String title) {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(title);
        ring.status()
                .forEach(
                        key -> out.println("  " + key.id() + "  " + key.status() + (key.primary() ? "  primary" : "")));
        out.flush();
    }
}
