package dev.connexions.application.testing;

import dev.connexions.application.authorization.Revocations;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.authorization.Revocation;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.connexion.Link;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

final class InMemoryRevocations implements Revocations {

    @Override
    public void add(Tx tx, Revocation revocation) {
        var own = InMemoryTx.of(tx);
        own.mustSee(revocation.organisation());
        own.tables().revocations().removeIf(known -> isSame(known.revocation(), revocation));
        own.tables().revocations().add(new Tables.Due(revocation, revocation.since()));
    }

    @Override
    public List<Claim> claim(Tx tx, Instant now, Instant until, int limit) {
        var all = InMemoryTx.of(tx).tables().revocations();
        var due = all.stream()
                .filter(each -> reaches(tx, each.revocation().organisation()))
                .filter(each -> !each.at().isAfter(now))
                .sorted(Comparator.comparing(Tables.Due::at))
                .limit(limit)
                .toList();
        due.forEach(each -> {
            all.remove(each);
            all.add(new Tables.Due(each.revocation(), until));
        });
        return due.stream().map(each -> new Claim(each.revocation(), until)).toList();
    }

    @Override
    public Need need(Tx tx, LoginProduct product, String metaUserId) {
        var tables = InMemoryTx.of(tx).tables();
        var grants = tables.grants().values().stream()
                .filter(grant -> reaches(tx, grant.organisation()))
                .filter(grant ->
                        grant.product() == product && grant.metaUserId().equals(metaUserId))
                .map(grant -> grant.id())
                .collect(Collectors.toSet());
        if (tables.connexions().values().stream()
                .flatMap(InMemoryRevocations::grantOf)
                .anyMatch(grants::contains)) {
            return Need.CONNEXIONS;
        }
        return tables.sessions().values().stream()
                        .filter(session -> reaches(tx, session.organisation()) && session.product() == product)
                        .flatMap(session -> session.consent().stream())
                        .anyMatch(consent -> consent.metaUserId().equals(metaUserId))
                ? Need.PERHAPS
                : Need.NOBODY;
    }

    @Override
    public boolean release(Tx tx, Claim claim, @Nullable Instant next) {
        var own = InMemoryTx.of(tx);
        var claimed = new Tables.Due(claim.revocation(), claim.until());
        if (!own.sees(claim.revocation().organisation())
                || !own.tables().revocations().remove(claimed)) {
            return false;
        }
        if (next != null) {
            own.tables().revocations().add(new Tables.Due(claim.revocation(), next));
        }
        return true;
    }

    private static Stream<GrantId> grantOf(Connexion row) {
        return row.state().linked().map(Link::grant).stream();
    }

    private static boolean isSame(Revocation one, Revocation other) {
        return one.organisation().equals(other.organisation())
                && one.product() == other.product()
                && one.metaUserId().equals(other.metaUserId());
    }

    private static boolean reaches(Tx tx, OrganisationId organisation) {
        return (tx.caller() instanceof Caller.Job && tx.organisation().isEmpty())
                || InMemoryTx.of(tx).sees(organisation);
    }
}
