package dev.connexions.meta.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.content.Notice;
import dev.connexions.meta.sandbox.faults.Behaviour;
import dev.connexions.meta.sandbox.http.Answer;
import dev.connexions.meta.sandbox.http.Call;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.media.MediaType;
import dev.connexions.meta.sandbox.media.ProductType;
import dev.connexions.meta.sandbox.people.AccountType;
import dev.connexions.meta.sandbox.people.LoginWay;
import dev.connexions.meta.sandbox.people.Page;
import dev.connexions.meta.sandbox.people.Task;
import dev.connexions.meta.sandbox.usage.Regime;
import dev.connexions.meta.sandbox.webhooks.Delivery;
import dev.connexions.meta.sandbox.webhooks.Update;
import dev.connexions.meta.sandbox.world.World;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The words that the control API takes, for whoever offers them to a person. */
final class ChoicesControl implements Resource {

    private final World world;

    ChoicesControl(World world) {
        this.world = world;
    }

    @Override
    public Answer answer(Call call, List<String> below) {
        Control.requireNothingBelow(below);
        Control.requireMethod(call, "GET");
        var choices = Json.object();
        offer(choices, "accountType", AccountType.class);
        offer(choices, "login", LoginWay.class);
        offer(choices, "task", Task.class);
        offer(choices, "relation", Page.Relation.class);
        offer(choices, "mediaType", MediaType.class);
        offer(choices, "product", ProductType.class);
        offer(choices, "behaviour", Behaviour.class);
        offer(choices, "regime", Regime.class);
        offer(choices, "webhook", Delivery.Kind.class);
        offer(choices, "loginProduct", Product.class);
        offer(choices, "shape", Update.Shape.class);
        offer(choices, "signature", Notice.Signature.class);
        offer(choices, "token", NewFault.TOKENS);
        offer(choices, "format", NewFile.FORMATS);
        offer(choices, "deed", Deeds.NAMES);
        var rules = choices.putObject("settings");
        world.settings().known().forEach(setting -> rules.put(setting.name(), setting.rule()));
        return Answer.json(200, choices);
    }

    private static <E extends Enum<E>> void offer(ObjectNode choices, String name, Class<E> type) {
        offer(
                choices,
                name,
                Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    private static void offer(ObjectNode choices, String name, Collection<String> words) {
        words.forEach(choices.putArray(name)::add);
    }
}
