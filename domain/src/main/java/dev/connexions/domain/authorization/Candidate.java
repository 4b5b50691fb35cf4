package dev.connexions.domain.authorization;

import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.AccountType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a consent showed: an account, or a Page without one. */
public sealed interface Candidate {

    /** @param page the name of the Page that it is linked to */
    record Eligible(Account account, @Nullable String page) implements Candidate {}

    /**
     * @param account absent for a Page without an account
     * @param page the Page's name, if there is one
     */
    record Ineligible(
            @Nullable AccountId account,
            @Nullable String username,
            @Nullable AccountType type,
            @Nullable String pageId,
            @Nullable String page,
            Obstacle obstacle)
            implements Candidate {}

    /** The same account, out of reach. */
    static Ineligible ineligible(Account account, @Nullable String page, Obstacle obstacle) {
        return new Ineligible(account.id(), account.username(), account.type(), account.pageId(), page, obstacle);
    }

    /** The same, out of reach; the first obstacle is the one that is told. */
    default Candidate hindered(Obstacle obstacle) {
        return switch (this) {
            case Eligible(var account, var page) -> ineligible(account, page, obstacle);
            case Ineligible already -> already;
        };
    }

    default Optional<AccountId> id() {
        return switch (this) {
            case Eligible(var account, var page) -> Optional.of(account.id());
            case Ineligible ineligible -> Optional.ofNullable(ineligible.account());
        };
    }
}
