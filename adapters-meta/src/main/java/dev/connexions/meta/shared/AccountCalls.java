package dev.connexions.meta.shared;

import dev.connexions.application.shared.MetaAccess;

/** Calls on behalf of an account: they count against its limits and speak with its token. */
public final class AccountCalls {

    private AccountCalls() {}

    public static GraphCall get(MetaAccess access, String... path) {
        return onBehalf(access, GraphCall.get(access.product(), path));
    }

    public static GraphCall post(MetaAccess access, String... path) {
        return onBehalf(access, GraphCall.post(access.product(), path));
    }

    public static GraphCall delete(MetaAccess access, String... path) {
        return onBehalf(access, GraphCall.delete(access.product(), path));
    }

    private static GraphCall onBehalf(MetaAccess access, GraphCall call) {
        var person = access.personToken();
        var asked = call.as(access.token()).about(access.account());
        return person == null ? asked : asked.orAs(person);
    }
}
