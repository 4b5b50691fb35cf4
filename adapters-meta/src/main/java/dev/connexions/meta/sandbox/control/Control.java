package dev.connexions.meta.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.sandbox.content.Herald;
import dev.connexions.meta.sandbox.content.News;
import dev.connexions.meta.sandbox.faults.Faults;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.requests.Requests;
import dev.connexions.meta.sandbox.usage.Meters;
import dev.connexions.meta.sandbox.world.World;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /_sandbox}: no credential, since the whole sandbox is a test tool. */
public final class Control {

    public static final String HOST = "_sandbox";

    private final Map<String, Resource> resources;

    public Control(
            World world,
            Faults faults,
            Requests requests,
            Meters meters,
            Herald herald,
            News news,
            @Nullable String certificate) {
        resources = Map.ofEntries(
                Map.entry("clock", new ClockControl(world)),
                Map.entry("people", new PeopleControl(world, herald)),
                Map.entry("pages", new PagesControl(world)),
                Map.entry("businesses", new BusinessesControl(world)),
                Map.entry("accounts", new AccountsControl(world, herald, news)),
                Map.entry("files", new FilesControl(world)),
                Map.entry("metrics", new MetricsControl(world)),
                Map.entry("webhooks", new WebhooksControl(world, herald)),
                Map.entry("subscriptions", new SubscriptionsControl(world, herald)),
                Map.entry("scenarios", new ScenariosControl()),
                Map.entry("faults", new FaultsControl(faults, world)),
                Map.entry("requests", new RequestsControl(requests)),
                Map.entry("settings", new SettingsControl(world)),
                Map.entry("choices", new ChoicesControl(world)),
                Map.entry("usage", new UsageControl(meters, world)),
                Map.entry("certificate", new CertificateControl(certificate)),
                Map.entry("reset", new ResetControl(world, faults, requests, meters)));
    }

    public Answer answer(Call call) {
        try {
            var segments = call.address().segments();
            var resource = resources.get(segments.getFirst());
            if (resource == null) {
                throw ControlRefusalException.notFound("the control API has no such resource");
            }
            return resource.answer(call, segments.subList(1, segments.size()));
        } catch (ControlRefusalException refused) {
            return refused.answer();
        }
    }

    static Answer items(Collection<? extends JsonNode> items) {
        return Answer.json(200, Json.object().set("items", Json.array().addAll(items)));
    }

    static void requireMethod(Call call, String... methods) {
        for (var method : methods) {
            if (call.method().equals(method)) {
                return;
            }
        }
        throw ControlRefusalException.wrongMethod(call.method());
    }

    static void requireNothingBelow(List<String> below) {
        if (!below.isEmpty()) {
            throw ControlRefusalException.notFound("there is nothing below this");
        }
    }
}
