package dev.connexions.db.connexion;

import dev.connexions.application.token.TokenVault.Opened;
import dev.connexions.db.connexion.StateColumns.Token;
import dev.connexions.db.shared.Columns;
import dev.connexions.db.token.TokenColumn;
import dev.connexions.domain.connexion.ClientRef;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.Stamps;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.UserId;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what anybody may have written. Nothing in a row of the platform's table makes reading it fail. */
final class RowReader {

    private static final System.Logger LOG = System.getLogger(RowReader.class.getName());

    private final TokenColumn tokens;

    RowReader(TokenColumn tokens) {
        this.tokens = tokens;
    }

    ConnexionRow read(Columns row) {
        try {
            return row(
                    row, state(row), row.at("instagram_date_activation"), row.atOrNull("instagram_derniere_synchro"));
        } catch (IllegalArgumentException | IllegalStateException unreadable) {
            LOG.log(Level.WARNING, "connexion {0} cannot be read", row.uuid("instagram_connexion_id"));
            var nothing = new StateColumns(null, Token.SHUT, null, null, null, null);
            return row(
                    row,
                    nothing,
                    row.boundedAt("instagram_date_activation"),
                    row.boundedAtOrNull("instagram_derniere_synchro"));
        }
    }

    private ConnexionRow row(Columns row, StateColumns state, Instant activatedAt, @Nullable Instant lastSyncedAt) {
        var version = row.numberOrNull("version");
        var since = isOfOurState(row) ? row.atOrNull("since") : null;
        return new ConnexionRow(
                row.uuid("instagram_connexion_id"),
                row.uuid("organisation_id"),
                row.text("instagram_connexion_key"),
                new ClientRef(row.text("client_type"), row.uuid("client_id")),
                row.text("instagram_email_compte"),
                row.intOrNull("instagram_limite_quotidienne"),
                row.flag("instagram_actif"),
                activatedAt,
                state,
                // when the platform brought it there is not known; that it was there by its last change is
                since == null ? row.boundedAt("instagram_updated_at") : since,
                lastSyncedAt,
                stamps(row, version != null && row.textOrNull("status") != null),
                version == null ? 0 : version,
                RenewalColumns.read(row));
    }

    private StateColumns state(Columns row) {
        var ours = isOfOurState(row);
        var status = row.text("instagram_statut_connexion");
        return new StateColumns(
                status,
                token(row),
                // a pending one has none, whatever the columns say
                status.equals(StateColumns.PENDING) ? null : LinkColumns.read(row),
                ours ? row.textOrNull("reason") : null,
                ours ? LinkColumns.evidence(row) : null,
                ours ? row.atOrNull("throttled_until") : null);
    }

    /** Whether what stands beside the row tells of the status that stands in it. */
    private static boolean isOfOurState(Columns row) {
        return row.text("instagram_statut_connexion").equals(row.textOrNull("status"));
    }

    private Token token(Columns row) {
        var opened = tokens.open(
                new OrganisationId(row.uuid("organisation_id")),
                new ConnexionId(row.uuid("instagram_connexion_id")),
                row.textOrNull("instagram_access_token"));
        return switch (opened) {
            case Opened.None none -> Token.NONE;
            case Opened.Token token -> Token.OPENS;
            case Opened.Unreadable unreadable -> Token.SHUT;
        };
    }

    private static Stamps stamps(Columns row, boolean hasState) {
        return new Stamps(
                row.boundedAt("instagram_created_at"),
                user(row.uuidOrNull("instagram_created_by")),
                hasState ? row.boundedAt("updated_at") : row.boundedAt("instagram_updated_at"),
                user(row.uuidOrNull(hasState ? "updated_by" : "instagram_updated_by")));
    }

    static @Nullable UserId user(@Nullable UUID value) {
        return value == null ? null : new UserId(value);
    }
}
