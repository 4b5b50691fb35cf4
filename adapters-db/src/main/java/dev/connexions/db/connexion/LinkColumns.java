package dev.connexions.db.connexion;

import dev.connexions.db.shared.Columns;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.AccountType;
import dev.connexions.domain.connexion.Cause.Evidence;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.connexion.Link;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.token.TokenLease;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns that spell what a consent gave. Absent where the row names no account. */
final class LinkColumns {

    private LinkColumns() {}

    static @Nullable Link read(Columns row) {
        var account = row.textOrNull("instagram_business_account_id");
        if (account == null || !isAccount(account)) {
            return null;
        }
        // what stands beside the row was found out about the account that stands there: the platform may have put
        // another
        var ours = row.textOrNull("account_id") == null || account.equals(row.textOrNull("account_id"));
        return new Link(
                ours ? product(row.textOrNull("login_product")) : null,
                new Account(
                        new AccountId(account),
                        ours ? row.textOrNull("account_username") : null,
                        type(row.textOrNull("instagram_type_compte")),
                        row.textOrNull("instagram_page_id")),
                ours ? grant(row) : null,
                ours ? Scopes.of(row.texts("requested_permissions")) : Scopes.NONE,
                Scopes.of(row.texts("permissions")),
                lease(
                        ours && RenewalColumns.isOfThisToken(row) ? row.atOrNull("token_issued_at") : null,
                        row.atOrNull("instagram_token_expire_at")));
    }

    static @Nullable Evidence evidence(Columns row) {
        var at = row.atOrNull("evidence_at");
        return at == null
                ? null
                : new Evidence(row.intOrNull("evidence_meta_code"), row.intOrNull("evidence_meta_subcode"), at);
    }

    private static boolean isAccount(String text) {
        try {
            return new AccountId(text).value().equals(text);
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static @Nullable LoginProduct product(@Nullable String code) {
        return Optional.ofNullable(code).flatMap(LoginProduct::of).orElse(null);
    }

    private static @Nullable AccountType type(@Nullable String text) {
        return Optional.ofNullable(text).flatMap(AccountType::of).orElse(null);
    }

    private static @Nullable GrantId grant(Columns row) {
        var id = row.uuidOrNull("grant_id");
        return id == null ? null : new GrantId(id);
    }

    /** An issue after the expiry is that of an earlier token, which the platform replaced: this one's is unknown. */
    private static TokenLease lease(@Nullable Instant issuedAt, @Nullable Instant expiresAt) {
        var earlier = issuedAt != null && expiresAt != null && !issuedAt.isBefore(expiresAt);
        return new TokenLease(earlier ? null : issuedAt, expiresAt);
    }
}
