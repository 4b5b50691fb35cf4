package dev.connexions.meta.sandbox.control;

import dev.connexions.meta.sandbox.people.Account;
import dev.connexions.meta.sandbox.people.Person;
import dev.connexions.meta.sandbox.people.Trouble;
import dev.connexions.meta.sandbox.world.World;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Meta or its owner does to an account or a person. */
final class Deeds {

    static final List<String> NAMES =
            List.of("revoke", "checkpoint", "password-change", "log-out", "unconfirm", "restore");

    private Deeds() {}

    /** Null for what undoes all the others. */
    static Trouble.@Nullable Kind kind(String action) {
        return switch (action) {
            case "revoke" -> Trouble.Kind.REVOKED;
            case "checkpoint" -> Trouble.Kind.CHECKPOINTED;
            case "password-change" -> Trouble.Kind.PASSWORD_CHANGED;
            case "log-out" -> Trouble.Kind.LOGGED_OUT;
            case "unconfirm" -> Trouble.Kind.UNCONFIRMED;
            case "restore" -> null;
            default -> throw ControlRefusalException.notFound("nothing of that name can be done");
        };
    }

    /** Restoring undoes it whole: tokens that were stopped speak again. */
    static Person afflict(World w, Person person, Trouble.@Nullable Kind kind) {
        var next = person.with(trouble(w, kind));
        w.people().put(next);
        return next;
    }

    /** What is connected through Facebook hangs on its owner, with all that the owner has. */
    static Account afflict(World w, Account account, Trouble.@Nullable Kind kind) {
        var next = account.with(trouble(w, kind));
        w.people().put(next);
        if (account.login().throughFacebook()) {
            afflict(w, w.people().owner(account), kind);
        }
        return next;
    }

    private static @Nullable Trouble trouble(World w, Trouble.@Nullable Kind kind) {
        return kind == null ? null : new Trouble(kind, w.tokens().nextNumber());
    }
}
