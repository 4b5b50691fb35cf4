package dev.connexions.meta.sandbox.faults;

import dev.connexions.meta.sandbox.http.Call;
import org.jspecify.annotations.Nullable;

/** Which calls a fault strikes; what is absent does not narrow it. */
public record Match(
        @Nullable String method,
        @Nullable Glob path,
        @Nullable String account,
        @Nullable String token,
        @Nullable Boolean fresh) {

    boolean covers(Call call, About about) {
        return (method == null || method.equals(call.method()))
                && (path == null || path.matches(call.address()))
                && (account == null || account.equals(about.account()))
                && (token == null || token.equals(about.token()))
                && (fresh == null || fresh == about.fresh());
    }
}
