package dev.connexions.web.identity;

import dev.connexions.application.shared.WhoAmI;
import dev.connexions.domain.shared.Permission;
import dev.connexions.web.shared.Access;
import dev.connexions.web.shared.Answer;
import dev.connexions.web.shared.Api;
import dev.connexions.web.shared.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;

public final class MeRoutes {

    record MeResponse(String userId, @Nullable String organisationId, boolean administrator, List<String> permissions) {

        static MeResponse of(WhoAmI.Me me) {
            return new MeResponse(
                    me.user().value().toString(),
                    me.organisation() == null ? null : me.organisation().value().toString(),
                    me.administrator(),
                    me.permissions().stream().sorted().map(Permission::code).toList());
        }
    }

    private final WhoAmI whoAmI;

    public MeRoutes(WhoAmI whoAmI) {
        this.whoAmI = whoAmI;
    }

    public void declare(Api api) {
        api.get("/v1/me", Access.anyCredential(), this::show);
    }

    private Answer show(Call call) {
        call.refuseParameters();
        var me = whoAmI.handle(call.caller());
        return Answer.json(200, MeResponse.of(me)).tagged(me.user().value());
    }
}
