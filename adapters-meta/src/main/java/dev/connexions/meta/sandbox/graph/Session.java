package dev.connexions.meta.sandbox.graph;

import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.people.Account;
import dev.connexions.meta.sandbox.token.Token;
import dev.connexions.meta.sandbox.world.World;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** For whom a call speaks, as far as its token still does. */
public final class Session {

    /** Reads, inside the world's lock, what a token of a host stands for. */
    public interface Reader {
        Session read(World world, Call call);
    }

    private final @Nullable GraphError dead;
    private final @Nullable Token token;
    private final String subject;
    private final Set<String> scopes;
    private final Predicate<Account> accounts;

    private Session(
            @Nullable GraphError dead,
            @Nullable Token token,
            String subject,
            Set<String> scopes,
            Predicate<Account> accounts) {
        this.dead = dead;
        this.token = token;
        this.subject = subject;
        this.scopes = scopes;
        this.accounts = accounts;
    }

    /** There is no token, or it speaks no longer. */
    public static Session dead(GraphError why) {
        return new Session(why, null, "", Set.of(), account -> false);
    }

    /**
     * @param subject the id that {@code me} stands for
     * @param accounts whether the token may act for an Instagram account; asked inside the world's lock
     */
    public static Session of(Token token, String subject, Set<String> scopes, Predicate<Account> accounts) {
        return new Session(null, token, subject, Set.copyOf(scopes), accounts);
    }

    void requireAlive() {
        if (dead != null) {
            throw dead.refusal();
        }
    }

    /** @throws GraphRefusalException when it is not */
    public Session alive() {
        requireAlive();
        return this;
    }

    public boolean isDead() {
        return dead != null;
    }

    public Token token() {
        if (token == null) {
            throw new IllegalStateException("a session without a token");
        }
        return token;
    }

    /** @throws GraphRefusalException when {@code me} stands for nobody, as for an app */
    public String subject() {
        if (subject.isEmpty()) {
            throw GraphError.of(
                            2500, "An active access token must be used to query information about the current user.")
                    .refusal();
        }
        return subject;
    }

    public Set<String> scopes() {
        return scopes;
    }

    public boolean has(String scope) {
        return scopes.contains(scope);
    }

    /** @throws GraphRefusalException with code 10 when the permission was not given, or was taken back */
    public void require(String scope) {
        if (!has(scope)) {
            throw GraphErrors.missingPermission(scope).refusal();
        }
    }

    public boolean sees(Account account) {
        return accounts.test(account);
    }
}
