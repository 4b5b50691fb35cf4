package dev.connexions.bootstrap.wiring;

import dev.connexions.application.shared.DatabaseUnavailableException;
import dev.connexions.bootstrap.settings.Settings;
import dev.connexions.db.schema.RowNote;
import dev.connexions.db.schema.RowReport;
import dev.connexions.db.schema.SafetyCheck;
import dev.connexions.db.schema.Surroundings;
import dev.connexions.db.shared.Database;
import dev.connexions.db.token.KeyRing;
import dev.connexions.db.token.KeyRingException;
import dev.connexions.meta.shared.Reachability;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at everything the service depends on, one after the other, and says what it finds. Changes nothing. */
public final class Doctor {

    private static final String CALLBACK = "/meta/oauth/callback";
    private static final Duration CLOCKS_AGREE = Duration.ofSeconds(1);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    public enum Verdict {
        OK,
        WARN,
        FAIL
    }

    /** Hears what is found as it is found: looking through many rows takes time. */
    public interface Listener {

        void finding(Verdict verdict, String subject, String text);

        void progress(String text);
    }

    private final Settings settings;
    private final InstantSource clock;
    private final Listener listener;
    private final AtomicBoolean failed = new AtomicBoolean();

    public Doctor(Settings settings, InstantSource clock, Listener listener) {
        this.settings = settings;
        this.clock = clock;
        this.listener = listener;
    }

    /** @return whether the service can be run like this */
    public boolean examine() {
        say(Verdict.OK, "settings", "complete, and none is unknown");
        var keys = keys();
        try (var database = Database.open(Wires.database(settings))) {
            database(database, keys);
        }
        meta();
        callback();
        return !failed.get();
    }

    private @Nullable KeyRing keys() {
        try {
            var ring = KeyRing.load(settings.keysFile());
            var primary = ring.status().stream()
                    .filter(KeyRing.Key::primary)
                    .map(KeyRing.Key::id)
                    .findFirst();
            say(Verdict.OK, "keys", ring.status().size() + " in the ring, sealing with " + primary.orElse("none"));
            return ring;
        } catch (KeyRingException broken) {
            say(Verdict.FAIL, "keys", broken.getMessage() + "; `keys init` makes a ring, a backup brings one back");
            return null;
        }
    }

    private void database(Database database, @Nullable KeyRing keys) {
        try {
            var findings = SafetyCheck.run(database, settings.systemUser());
            findings.forEach(
                    finding -> say(Verdict.FAIL, "database", finding.what() + "; to mend it: " + finding.mend()));
            if (!findings.isEmpty()) {
                say(Verdict.FAIL, "database", "`doctor --script` prints what a database administrator runs once");
                return;
            }
            say(Verdict.OK, "database", "role, row security, policies and migrations are as they must be");
            Surroundings.otherGrants(database).forEach(grant -> say(Verdict.WARN, "grants", grant + " on the table"));
            clocks(Surroundings.clockOffset(database, clock));
            rows(database, keys);
        } catch (DatabaseUnavailableException down) {
            say(
                    Verdict.FAIL,
                    "database",
                    settings.database().url() + " does not let "
                            + settings.database().user()
                            + " in, or breaks off; is it up, are user and password right?");
        }
    }

    private void clocks(Duration ahead) {
        var apart = ahead.abs();
        var text = "this machine's and the database's are " + apart.toMillis() + " ms apart";
        if (apart.compareTo(CLOCKS_AGREE) <= 0) {
            say(Verdict.OK, "clock", text);
        } else {
            say(
                    apart.compareTo(CLOCKS_DIFFER) > 0 ? Verdict.FAIL : Verdict.WARN,
                    "clock",
                    text + "; let both follow the same time server");
        }
    }

    private void rows(Database database, @Nullable KeyRing keys) {
        var notes = new ArrayList<>(RowReport.run(database, settings.systemUser()));
        notes.addAll(RowReport.orphans(
                database,
                settings.systemUser(),
                () -> say(
                        Verdict.WARN,
                        "rows",
                        "whether their organisations exist cannot be said: authenticated may not read"
                                + " public.organisations")));
        if (keys != null) {
            notes.addAll(RowReport.unreadable(
                    database, settings.systemUser(), keys, tried -> listener.progress(tried + " tokens tried")));
        }
        notes.forEach(note -> say(Verdict.WARN, "rows", text(note)));
        if (notes.isEmpty()) {
            say(Verdict.OK, "rows", "nothing odd");
        }
    }

    private static String text(RowNote note) {
        return note.rows() + " " + note.what() + " ("
                + note.examples().stream().map(Object::toString).collect(Collectors.joining(", "))
                + (note.rows() > note.examples().size() ? ", …" : "") + "): " + note.mend();
    }

    private void meta() {
        var chosen = settings.meta().graphVersion();
        var known = MetaKnowledge.of(chosen, clock.instant());
        say(
                switch (known.verdict()) {
                    case GOOD -> Verdict.OK;
                    case SOON -> Verdict.WARN;
                    case BAD -> Verdict.FAIL;
                },
                "meta",
                known.text());
        if (known.verdict() == MetaKnowledge.Verdict.BAD && chosen == null) {
            return;
        }
        var meta = Wires.meta(settings);
        var addresses = new LinkedHashSet<URI>();
        var instagram = meta.instagram();
        if (instagram != null) {
            addresses.addAll(List.of(instagram.dialogUrl(), instagram.tokenUrl(), instagram.graphUrl()));
        }
        var facebook = meta.facebook();
        if (facebook != null) {
            addresses.addAll(List.of(facebook.dialogUrl(), facebook.graphUrl(), facebook.uploadUrl()));
        }
        for (var address : addresses) {
            reach(Verdict.FAIL, "meta", address, "is the way out open, is the address right?");
        }
    }

    private void callback() {
        var address = URI.create(settings.publicUrl() + CALLBACK);
        say(Verdict.OK, "callback", "Meta's app dashboard must know exactly " + address);
        if (resolve(address.getHost()).isEmpty()) {
            say(Verdict.FAIL, "callback", address.getHost() + " is no name that can be resolved here");
            return;
        }
        if (!"https".equals(address.getScheme()) && !isLoopback(address)) {
            say(
                    Verdict.FAIL,
                    "callback",
                    "Meta sends people to https only; CONNEXIONS_PUBLIC_URL is " + settings.publicUrl());
        }
        reach(Verdict.WARN, "callback", settings.publicUrl(), "it is answered only while the service runs");
    }

    private void reach(Verdict otherwise, String subject, URI address, String hint) {
        Reachability.problem(address)
                .ifPresentOrElse(
                        problem -> say(otherwise, subject, address + ": " + problem + "; " + hint),
                        () -> say(Verdict.OK, subject, address + " answers"));
    }

    private static boolean isLoopback(URI address) {
        return resolve(address.getHost()).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    private static Optional<InetAddress> resolve(String host) {
        try {
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException unknown) {
            return Optional.empty();
        }
    }

    private void say(Verdict verdict, String subject, String text) {
        if (verdict == Verdict.FAIL) {
            failed.set(true);
        }
        listener.finding(verdict, subject, text);
    }
}
