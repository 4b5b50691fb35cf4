package dev.connexions.domain.authorization;

import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.token.TokenLease;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a person's consent brought, without its token.
 *
 * @param metaUserId Meta's app-scoped id of the person, a text
 * @param lease how long the consent's token is good for
 * @param candidates everything that it shows
 */
public record Consent(String metaUserId, Scopes granted, TokenLease lease, List<Candidate> candidates) {

    public Consent {
        candidates = List.copyOf(candidates);
    }

    /** The same, with what other connexions of the organisation hold put out of reach. */
    public Consent without(Set<AccountId> held) {
        return with(candidates.stream()
                .map(candidate -> candidate.id().filter(held::contains).isPresent()
                        ? candidate.hindered(Obstacle.ALREADY_LINKED)
                        : candidate)
                .toList());
    }

    /** The same, with what was found out about one account. */
    public Consent hindered(AccountId account, Obstacle obstacle) {
        return with(candidates.stream()
                .map(candidate ->
                        candidate.id().filter(account::equals).isPresent() ? candidate.hindered(obstacle) : candidate)
                .toList());
    }

    public Optional<Candidate> of(AccountId account) {
        return candidates.stream()
                .filter(candidate -> candidate.id().filter(account::equals).isPresent())
                .findFirst();
    }

    List<Candidate.Eligible> eligible() {
        return candidates.stream()
                .filter(Candidate.Eligible.class::isInstance)
                .map(Candidate.Eligible.class::cast)
                .toList();
    }

    /** Why none of them can be connected. */
    Failure failure() {
        var obstacles = candidates.stream()
                .filter(Candidate.Ineligible.class::isInstance)
                .map(candidate -> ((Candidate.Ineligible) candidate).obstacle())
                .toList();
        if (obstacles.contains(Obstacle.ALREADY_LINKED)) {
            return Failure.ALREADY_LINKED;
        }
        return obstacles.stream().map(Obstacle::failure).anyMatch(Failure.PERMISSION_MISSING::equals)
                ? Failure.PERMISSION_MISSING
                : Failure.NO_PROFESSIONAL_ACCOUNT;
    }

    private Consent with(List<Candidate> others) {
        return new Consent(metaUserId, granted, lease, others);
    }
}
