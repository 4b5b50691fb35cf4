package dev.connexions.meta.sandbox.graph;

import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.usage.Meters;
import dev.connexions.meta.sandbox.usage.Reading;
import dev.connexions.meta.sandbox.usage.Regime;
import dev.connexions.meta.sandbox.world.Setting;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which regime a call falls under, what its headers say of it, and whether it is let through (dossier 6). */
public final class Metering {

    /** They are documented to be absent until enough calls were made. */
    public static final Setting<Boolean> HEADERS = Setting.flag("usageHeaders", true);

    private final Meters meters;

    /** What one call used up: of the app, and of a use case if it falls under one. */
    final class Toll {

        private boolean shown;
        private @Nullable Reading app;
        private Meters.@Nullable Key useCase;
        private @Nullable Reading used;

        /** @throws GraphRefusalException when it is too much, with a code that tells of what */
        void pay(Ask ask, Regime regime, String id) {
            shown = ask.world().setting(HEADERS);
            app = meters.count(ask.world(), new Meters.Key(Regime.APP, Meters.THE_APP));
            var key = new Meters.Key(regime, regime == Regime.APP ? Meters.THE_APP : id);
            var reading = regime == Regime.APP ? app : meters.count(ask.world(), key);
            if (regime == Regime.INSTAGRAM || regime == Regime.PAGES) {
                useCase = key;
                used = reading;
            }
            if (reading.isBlocked()) {
                throw GraphError.of(regime.code(), regime.text()).refusal();
            }
            if (meters.count(ask.world(), new Meters.Key(Regime.CUSTOM, id)).isBlocked()) {
                throw GraphError.of(Regime.CUSTOM.code(), 1996, Regime.CUSTOM.text())
                        .refusal();
            }
        }

        Answer on(Answer answer) {
            if (app == null || !shown) {
                return answer;
            }
            var usage = Json.object()
                    .put("call_count", app.percent())
                    .put("total_time", app.percent())
                    .put("total_cputime", app.percent());
            var told = answer.with("X-App-Usage", Json.write(usage));
            return useCase == null || used == null
                    ? told
                    : told.with("X-Business-Use-Case-Usage", useCase(useCase, used));
        }

        private static String useCase(Meters.Key key, Reading reading) {
            var usage = Json.object()
                    .put("type", key.regime().name().toLowerCase(Locale.ROOT))
                    .put("call_count", reading.percent())
                    .put("total_cputime", reading.percent())
                    .put("total_time", reading.percent())
                    .put("estimated_time_to_regain_access", reading.minutes());
            return Json.write(Json.object().set(key.id(), Json.array().add(usage)));
        }
    }

    public Metering(Meters meters) {
        this.meters = meters;
    }

    Toll toll() {
        return new Toll();
    }

    /** For a node. */
    static <N> void pay(Toll toll, Ask ask, NodeType<N> type, N node) {
        var regime = regime(ask, type);
        var token = ask.session().token();
        var holder = token.page() == null ? token.holder() : token.page();
        toll.pay(ask, regime, regime == Regime.INSTAGRAM ? type.accountOf(node, ask) : holder);
    }

    private static Regime regime(Ask ask, NodeType<?> type) {
        if (ask.host() == GraphHost.INSTAGRAM || type.isOfInstagram()) {
            return Regime.INSTAGRAM;
        }
        return switch (ask.session().token().kind()) {
            case PAGE, SYSTEM_USER -> Regime.PAGES;
            case APP -> Regime.APP;
            case USER, INSTAGRAM -> type.name().equals("User") ? Regime.USER : Regime.PAGE_READS;
        };
    }
}
