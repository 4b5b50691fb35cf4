package dev.connexions.meta.sandbox.content;

import dev.connexions.meta.sandbox.files.StoredFile;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Reaction;
import dev.connexions.meta.sandbox.world.World;
import java.net.URI;
import java.util.Optional;

/** The made-up public names: the first segment of the path is one, or else the {@code Host} header is. */
public final class FileHost {

    private final World world;

    public FileHost(World world) {
        this.world = world;
    }

    /** What is answered, if the call goes to such a name. */
    public Optional<Reaction> answer(Call call) {
        var address = call.address();
        return world.look(w -> {
            var files = Content.of(w).files();
            if (files.serves(address.host())) {
                var rest = address.full().substring(address.host().length() + 2);
                return Optional.of(
                        files.find(address.host(), rest).map(FileHost::sent).orElseGet(FileHost::missing));
            }
            var named = named(call);
            return files.serves(named)
                    ? Optional.of(files.find(named, address.full().substring(1))
                            .map(FileHost::sent)
                            .orElseGet(FileHost::missing))
                    : Optional.empty();
        });
    }

    private static String named(Call call) {
        try {
            var host = URI.create(call.origin()).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    private static Reaction sent(StoredFile file) {
        var payload = file.payload();
        return new Reaction.SendFile(
                file.status(), payload.contentType(), payload.head(), payload.padding(), file.delay());
    }

    private static Reaction missing() {
        return new Reaction.Send(Answer.text(404, "There is no such file.\n"));
    }
}
