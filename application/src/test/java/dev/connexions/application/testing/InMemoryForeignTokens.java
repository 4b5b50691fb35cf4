package dev.connexions.application.testing;

import dev.connexions.application.shared.Tx;
import dev.connexions.application.token.ForeignTokens;
import dev.connexions.application.token.TokenVault.Opened;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Caller;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class InMemoryForeignTokens implements ForeignTokens {

    @Override
    public List<Whereabouts> after(Tx tx, @Nullable ConnexionId last, int limit) {
        var own = InMemoryTx.of(tx);
        var across = own.caller() instanceof Caller.Job && own.organisation().isEmpty();
        return own.tables().connexions().values().stream()
                .filter(row -> own.tables().clear().contains(row.id()))
                .map(row -> new Whereabouts(row.organisation(), row.id()))
                .filter(each -> across || own.sees(each.organisation()))
                .filter(each -> last == null || digits(each.connexion()).compareTo(digits(last)) > 0)
                .sorted(Comparator.comparing(each -> digits(each.connexion())))
                .limit(limit)
                .toList();
    }

    @Override
    public boolean seal(Tx tx, ConnexionId connexion) {
        var own = InMemoryTx.of(tx);
        var row = own.tables().connexions().get(connexion);
        return row != null
                && own.sees(row.organisation())
                && own.tables().tokens().get(connexion) instanceof Opened.Token
                && own.tables().clear().remove(connexion);
    }

    private static String digits(ConnexionId id) {
        return id.value().toString();
    }
}
