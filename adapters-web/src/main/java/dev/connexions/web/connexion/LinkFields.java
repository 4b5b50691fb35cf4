package dev.connexions.web.connexion;

import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.Cause;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.connexion.Link;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a representation shows of a connexion's state: the one cluster of members that is not flat in the domain. */
record LinkFields(
        String status,
        @Nullable String statusReason,
        @Nullable LoginProduct loginProduct,
        @Nullable Account account,
        @Nullable GrantId grantId,
        List<String> permissions,
        List<String> missingPermissions,
        @Nullable Instant tokenExpiresAt) {

    static LinkFields of(State state) {
        var status = state.status().code();
        var reason = state.why().map(Cause::reason).orElse(null);
        return state.linked()
                .map(link -> of(status, reason, link))
                .orElseGet(() -> new LinkFields(status, reason, null, null, null, List.of(), List.of(), null));
    }

    private static LinkFields of(String status, @Nullable String reason, Link link) {
        return new LinkFields(
                status,
                reason,
                link.product(),
                link.account(),
                link.grant(),
                List.copyOf(link.granted().names()),
                List.copyOf(link.missing().names()),
                link.lease().expiresAt());
    }
}
