package dev.connexions.application.testing;

import dev.connexions.application.shared.Tx;
import dev.connexions.application.token.TokenVault.Opened;
import dev.connexions.application.token.UnreadableTokens;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Caller;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

final class InMemoryUnreadableTokens implements UnreadableTokens {

    @Override
    public Glance glance(Tx tx, @Nullable ConnexionId after, int rows) {
        var own = InMemoryTx.of(tx);
        var across = own.caller() instanceof Caller.Job && own.organisation().isEmpty();
        var page = own.tables().connexions().values().stream()
                .filter(row -> across || own.sees(row.organisation()))
                .filter(row -> after == null || digits(row.id()).compareTo(digits(after)) > 0)
                .sorted(Comparator.comparing(row -> digits(row.id())))
                .limit(rows)
                .toList();
        return new Glance(
                page.stream()
                        .filter(row -> isUnreadable(own, row)
                                != own.tables().unreadable().contains(row.id()))
                        .map(row -> new Misnoted(row.organisation(), row.id(), isUnreadable(own, row)))
                        .toList(),
                page.size() == rows ? page.getLast().id() : null);
    }

    @Override
    public void note(Tx tx, ConnexionId connexion, boolean unreadable, Instant now) {
        var own = InMemoryTx.of(tx);
        var row = own.tables().connexions().get(connexion);
        if (row == null || !own.sees(row.organisation())) {
            return;
        }
        if (unreadable) {
            own.tables().unreadable().add(connexion);
        } else {
            own.tables().unreadable().remove(connexion);
        }
    }

    private static boolean isUnreadable(InMemoryTx tx, Connexion row) {
        return tx.tables().tokens().get(row.id()) instanceof Opened.Unreadable;
    }

    private static String digits(ConnexionId id) {
        return id.value().toString();
    }
}
