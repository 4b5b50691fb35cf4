package dev.connexions.application.testing;

import dev.connexions.application.authorization.Siblings;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.authorization.Grant;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.shared.Caller;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

final class InMemorySiblings implements Siblings {

    @Override
    public void await(Tx tx, Grant grant) {
        if (sees(tx, grant.id())) {
            InMemoryTx.of(tx).tables().waitingGrants().put(grant.id(), grant.grantedAt());
        }
    }

    @Override
    public void proved(Tx tx, Grant grant, ConnexionId connexion) {
        var own = InMemoryTx.of(tx);
        var row = own.tables().connexions().get(connexion);
        if (row != null && own.sees(row.organisation())) {
            own.tables().proved().put(connexion, grant.consents());
        }
    }

    @Override
    public List<ConnexionId> unproved(Tx tx, Grant grant, @Nullable ConnexionId after, int limit) {
        var proved = InMemoryTx.of(tx).tables().proved();
        return InMemoryConnexions.hanging(tx, grant.id())
                .map(Connexion::id)
                .filter(id -> !Objects.equals(grant.consents(), proved.get(id)))
                .filter(id -> after == null || digits(id).compareTo(digits(after)) > 0)
                .sorted(Comparator.comparing(InMemorySiblings::digits))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Claim> claim(Tx tx, Instant now, Instant until, int limit) {
        var tables = InMemoryTx.of(tx).tables();
        var across = tx.caller() instanceof Caller.Job && tx.organisation().isEmpty();
        var claims = tables.waitingGrants().entrySet().stream()
                .filter(waiting -> across || sees(tx, waiting.getKey()))
                .filter(waiting -> !waiting.getValue().isAfter(now))
                .sorted(Map.Entry.comparingByValue())
                .limit(limit)
                .map(waiting -> new Claim(
                        Objects.requireNonNull(tables.grants().get(waiting.getKey()))
                                .organisation(),
                        waiting.getKey(),
                        until))
                .toList();
        claims.forEach(claim -> tables.waitingGrants().put(claim.grant(), until));
        return claims;
    }

    @Override
    public void release(Tx tx, Claim claim, @Nullable Instant next) {
        var waiting = InMemoryTx.of(tx).tables().waitingGrants();
        if (!sees(tx, claim.grant()) || !claim.until().equals(waiting.get(claim.grant()))) {
            return;
        }
        if (next == null) {
            waiting.remove(claim.grant());
        } else {
            waiting.put(claim.grant(), next);
        }
    }

    private static boolean sees(Tx tx, GrantId id) {
        var own = InMemoryTx.of(tx);
        var grant = own.tables().grants().get(id);
        return grant != null && own.sees(grant.organisation());
    }

    private static String digits(ConnexionId id) {
        return id.value().toString();
    }
}
