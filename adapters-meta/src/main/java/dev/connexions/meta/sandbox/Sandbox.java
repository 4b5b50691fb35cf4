package dev.connexions.meta.sandbox;

import dev.connexions.meta.sandbox.certificate.Authority;
import dev.connexions.meta.sandbox.http.Listener;
import dev.connexions.meta.sandbox.http.MetaHosts;
import dev.connexions.meta.sandbox.people.Consenting;
import dev.connexions.meta.sandbox.world.World;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Meta on one's own machine: consent, tokens and the Graph API of Instagram Login, people who can log in, a clock that can
 * be moved, and faults on demand.
 *
 * <p>It has one listener; Meta's hosts are the first segment of the path. What stands at Meta under
 * {@code https://graph.instagram.com/v26.0/me} stands here under {@code url() + "/graph.instagram.com/v26.0/me"}. The
 * base addresses for the client's settings are {@link #instagramDialogUrl()} ({@code /www.instagram.com}),
 * {@link #instagramTokenUrl()} ({@code /api.instagram.com}) and {@link #instagramGraphUrl()}
 * ({@code /graph.instagram.com}); the control API is under {@code /_sandbox}.
 */
public final class Sandbox implements AutoCloseable {

    private final World world;
    private final Switchboard switchboard;
    private final Listener listener;
    private final URI url;
    private final @Nullable URI secureUrl;
    private final @Nullable String certificate;

    private Sandbox(SandboxSettings settings, InstantSource real) {
        var host = reachable(settings.host());
        var authority = settings.httpsPort() == null ? null : new Authority(real.instant());
        certificate = authority == null ? null : authority.pem();

        world = new World(settings.seed(), settings.stateFile(), real, Composition.settings(), Composition.parts());
        switchboard = new Switchboard(settings, world, certificate);
        listener = new Listener(
                settings.host(),
                settings.port(),
                authority == null || settings.httpsPort() == null
                        ? null
                        : new Listener.Secure(settings.httpsPort(), authority.server(names(host))),
                switchboard);
        url = URI.create("http://" + host + ":" + listener.port());
        secureUrl = authority == null ? null : URI.create("https://" + host + ":" + listener.securePort());
    }

    /**
     * @param real the time that passes outside
     * @throws IllegalStateException when the state file is damaged, or the port is taken
     */
    public static Sandbox start(SandboxSettings settings, InstantSource real) {
        return new Sandbox(settings, real);
    }

    /** Where it listens, without a slash at the end. */
    public URI url() {
        return url;
    }

    /** Where it speaks HTTPS, if it does. */
    public Optional<URI> secureUrl() {
        return Optional.ofNullable(secureUrl);
    }

    /** What a client has to trust for that, as PEM. */
    public Optional<String> certificate() {
        return Optional.ofNullable(certificate);
    }

    public URI facebookDialogUrl() {
        return URI.create(url + "/" + MetaHosts.FACEBOOK_DIALOG);
    }

    public URI facebookGraphUrl() {
        return URI.create(url + "/" + MetaHosts.FACEBOOK_GRAPH);
    }

    public URI facebookUploadUrl() {
        return URI.create(url + "/" + MetaHosts.FACEBOOK_UPLOAD);
    }

    public URI instagramDialogUrl() {
        return URI.create(url + "/" + MetaHosts.INSTAGRAM_DIALOG);
    }

    public URI instagramTokenUrl() {
        return URI.create(url + "/" + MetaHosts.INSTAGRAM_TOKEN);
    }

    public URI instagramGraphUrl() {
        return URI.create(url + "/" + MetaHosts.INSTAGRAM_GRAPH);
    }

    /** Its time, to the microsecond, as its control API moves it. */
    public InstantSource clock() {
        return world.clock();
    }

    /** Every account there is now, in a fixed order, the professional ones of the seed first. */
    public List<SandboxAccount> accounts() {
        return world.look(w -> w.people().accounts().stream()
                .map(account -> new SandboxAccount(
                        account.username(),
                        account.id(),
                        account.type().name(),
                        account.login().name().toLowerCase(Locale.ROOT),
                        Consenting.username(account, w.people().owner(account)),
                        w.people().owner(account).password()))
                .toList());
    }

    @Override
    public void close() {
        listener.close();
        switchboard.close();
    }

    /** Meta's too: a client may resolve them to here. */
    private static Set<String> names(String host) {
        var names = new LinkedHashSet<>(MetaHosts.ALL);
        names.addAll(List.of("localhost", "127.0.0.1", "::1", host.replaceAll("[\\[\\]]", "")));
        return names;
    }

    /** An address that stands for all of them leads nowhere. */
    private static String reachable(String host) {
        if (host.equals("0.0.0.0") || host.equals("::")) {
            return "127.0.0.1";
        }
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
