package dev.connexions.web.audit;

import dev.connexions.application.audit.ReadAuditTrail;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Permission;
import dev.connexions.web.shared.Access;
import dev.connexions.web.shared.Answer;
import dev.connexions.web.shared.Api;
import dev.connexions.web.shared.Call;
import dev.connexions.web.shared.Pages;
import dev.connexions.web.shared.Refusal;
import org.jspecify.annotations.Nullable;

public final class AuditRoutes {

    private final ReadAuditTrail read;
    private final Pages pages;

    public AuditRoutes(ReadAuditTrail read, Pages pages) {
        this.read = read;
        this.pages = pages;
    }

    public void declare(Api api) {
        var access = Access.with(Permission.AUDIT_READ);
        api.get("/v1/connexions/{id}/audit", access, call -> list(call, new ConnexionId(call.id())), "limit", "cursor");
        api.get("/v1/audit", access, call -> list(call, null), "limit", "cursor");
    }

    private Answer list(Call call, @Nullable ConnexionId connexion) {
        var query = call.query();
        var asked = pages.asked(call, query);
        call.faults().refuse();
        var before = asked.position() == null ? null : Long.valueOf(asked.position());
        var wanted = new ReadAuditTrail.Query(connexion, asked.inside(), before, asked.limit());
        return switch (read.handle(call.caller(), wanted)) {
            case ReadAuditTrail.Result.Listed(var organisation, var items, var next) ->
                pages.answer(
                        call,
                        query,
                        organisation,
                        items.stream().map(AuditEntryResponse::of).toList(),
                        next == null ? null : Long.toString(next));
            case ReadAuditTrail.Result.NotFound none -> throw Refusal.notFound();
            case ReadAuditTrail.Result.ForeignPosition foreign -> throw Pages.foreignPosition();
        };
    }
}
