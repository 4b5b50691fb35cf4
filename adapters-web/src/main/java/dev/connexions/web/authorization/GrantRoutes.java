package dev.connexions.web.authorization;

import dev.connexions.application.authorization.ShowGrant;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.shared.Permission;
import dev.connexions.web.shared.Access;
import dev.connexions.web.shared.Answer;
import dev.connexions.web.shared.Api;
import dev.connexions.web.shared.Call;
import dev.connexions.web.shared.Refusal;

/** What one consent gave, and who hangs on it. */
public final class GrantRoutes {

    private final ShowGrant show;

    public GrantRoutes(ShowGrant show) {
        this.show = show;
    }

    public void declare(Api api) {
        api.get("/v1/grants/{id}", Access.with(Permission.CONNEXIONS_READ), this::show);
    }

    private Answer show(Call call) {
        var id = new GrantId(call.id());
        call.refuseParameters();
        return show.handle(call.caller(), id)
                .map(shown -> Answer.json(200, GrantResponse.of(shown)).tagged(id.value()))
                .orElseThrow(Refusal::notFound);
    }
}
