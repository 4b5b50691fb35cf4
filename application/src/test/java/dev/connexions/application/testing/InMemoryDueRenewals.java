package dev.connexions.application.testing;

import dev.connexions.application.shared.Tx;
import dev.connexions.application.token.DueRenewals;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.Status;
import dev.connexions.domain.shared.Caller;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

final class InMemoryDueRenewals implements DueRenewals {

    private static final Set<Status> CONNECTED = Set.of(Status.ACTIVE, Status.THROTTLED, Status.ERROR);
    private static final Comparator<Ended> BY_END = Comparator.comparing(Ended::at)
            .thenComparing(ended -> ended.connexion().value().toString());
    private static final Comparator<Connexion> BY_ID =
            Comparator.comparing(row -> row.id().value().toString());

    @Override
    public List<Claim> claim(Tx tx, Instant now, Instant until, int limit) {
        var own = InMemoryTx.of(tx);
        return rows(own)
                .filter(row -> row.version() > 0
                        && planned(row).filter(at -> !at.isAfter(now)).isPresent())
                .filter(row -> plan(own, row.id()).isFree(now))
                .sorted(Comparator.comparing(row -> planned(row).orElseThrow()))
                .limit(limit)
                .map(row -> claim(own, row, until))
                .toList();
    }

    @Override
    public Optional<Claim> claim(Tx tx, ConnexionId connexion, Instant now, Instant until) {
        var own = InMemoryTx.of(tx);
        return row(own, connexion)
                .filter(row -> row.version() > 0 && plan(own, connexion).isFree(now))
                .map(row -> claim(own, row, until));
    }

    @Override
    public boolean isHeld(Tx tx, Claim claim) {
        var own = InMemoryTx.of(tx);
        return row(own, claim.connexion()).isPresent()
                && plan(own, claim.connexion()).fence() == claim.fence();
    }

    @Override
    public void release(Tx tx, Claim claim, Instant from) {
        if (isHeld(tx, claim)) {
            var own = InMemoryTx.of(tx);
            own.tables()
                    .plans()
                    .put(claim.connexion(), plan(own, claim.connexion()).releasedFrom(from));
        }
    }

    @Override
    public void plan(Tx tx, ConnexionId connexion, @Nullable Instant nextAt) {
        var own = InMemoryTx.of(tx);
        row(own, connexion).ifPresent(row -> {
            own.tables().connexions().put(row.id(), Rows.planned(row, nextAt));
            own.tables().plans().put(row.id(), Plan.of(own.tables(), row));
        });
    }

    @Override
    public List<Ended> ended(Tx tx, @Nullable Ended after, int limit, Instant now) {
        return connected(InMemoryTx.of(tx))
                .flatMap(row -> Stream.ofNullable(Plan.endOf(row))
                        .filter(end -> !end.isAfter(now))
                        .map(end -> new Ended(row.organisation(), row.id(), end)))
                .filter(ended -> after == null || BY_END.compare(ended, after) > 0)
                .sorted(BY_END)
                .limit(limit)
                .toList();
    }

    @Override
    public Glance unplanned(Tx tx, @Nullable ConnexionId after, int rows, Instant now) {
        var own = InMemoryTx.of(tx);
        var page = rows(own)
                .sorted(BY_ID)
                .filter(row -> after == null
                        || row.id().value().toString().compareTo(after.value().toString()) > 0)
                .limit(rows)
                .toList();
        var ids = connected(own).map(Connexion::id).toList();
        var found = page.stream()
                .filter(row -> ids.contains(row.id()))
                .filter(row -> Plan.endOf(row) != null && now.isBefore(Objects.requireNonNull(Plan.endOf(row))))
                .filter(row -> !Objects.equals(plan(own, row.id()).tokenEnds(), Plan.endOf(row)))
                .map(row -> new Unplanned(row.organisation(), row.id()))
                .toList();
        return new Glance(found, page.size() < rows ? null : page.getLast().id());
    }

    private static Claim claim(InMemoryTx own, Connexion row, Instant until) {
        var claimed = plan(own, row.id()).claimed(until);
        own.tables().plans().put(row.id(), claimed);
        return new Claim(row.organisation(), row.id(), claimed.fence());
    }

    private static Plan plan(InMemoryTx own, ConnexionId connexion) {
        return own.tables().plans().getOrDefault(connexion, Plan.NONE);
    }

    private static Optional<Instant> planned(Connexion row) {
        return Optional.ofNullable(row.refreshing().nextAt());
    }

    private static Stream<Connexion> connected(InMemoryTx own) {
        return rows(own)
                .filter(row -> CONNECTED.contains(row.state().status())
                        && row.state().linked().isPresent()
                        && own.tables().tokens().containsKey(row.id()));
    }

    private static Optional<Connexion> row(InMemoryTx own, ConnexionId connexion) {
        return Optional.ofNullable(own.tables().connexions().get(connexion))
                .filter(row -> own.sees(row.organisation()));
    }

    private static Stream<Connexion> rows(InMemoryTx own) {
        var across = own.caller() instanceof Caller.Job job && job.organisation() == null;
        return own.tables().connexions().values().stream().filter(row -> across || own.sees(row.organisation()));
    }
}
