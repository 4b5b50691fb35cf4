package dev.connexions.meta.sandbox.control;

import dev.connexions.meta.sandbox.content.Content;
import dev.connexions.meta.sandbox.content.Herald;
import dev.connexions.meta.sandbox.content.Notice;
import dev.connexions.meta.sandbox.people.Account;
import dev.connexions.meta.sandbox.webhooks.Delivery;
import dev.connexions.meta.sandbox.webhooks.Payloads;
import dev.connexions.meta.sandbox.webhooks.Update;
import dev.connexions.meta.sandbox.webhooks.WebhookSettings;
import dev.connexions.meta.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what the service is to be sent. */
final class NewWebhook {

    private static final int MOST_COPIES = 100;

    private NewWebhook() {}

    /** @return what sends it */
    static Supplier<List<Delivery>> read(Members members, World world, Herald herald) {
        var kind = members.choice("kind", Delivery.Kind.class);
        var account = account(members, world);
        var asked = members.choice("product", Product.class);
        var product = asked == null
                ? account.login().throughInstagram() ? "instagram" : "facebook"
                : asked.name().toLowerCase(Locale.ROOT);
        var url = members.text("url");
        if (kind != null && kind != Delivery.Kind.NOTIFICATION) {
            return callback(members, world, herald, kind, account, product, url);
        }
        var notice = notice(members, world, account, product, url);
        return () -> herald.send(notice);
    }

    private static Account account(Members members, World world) {
        var id = members.requiredText("account");
        return world.look(w -> w.people().account(id)).orElseThrow(() -> members.bad("account", "is no account's id"));
    }

    private static Supplier<List<Delivery>> callback(
            Members members,
            World world,
            Herald herald,
            Delivery.Kind kind,
            Account account,
            String product,
            @Nullable String url) {
        var signature = members.choice("signature", Notice.Signature.class);
        members.end();
        var usual = world.setting(
                kind == Delivery.Kind.DEAUTHORIZE
                        ? WebhookSettings.DEAUTHORIZE_URL
                        : WebhookSettings.DATA_DELETION_URL);
        var target = url == null ? usual : url;
        if (target.isEmpty()) {
            throw members.bad("url", "is missing, and the settings name none");
        }
        var right = signature == null || signature == Notice.Signature.RIGHT;
        return () -> List.of(herald.call(kind, account, product, target, right));
    }

    private static Notice notice(Members members, World world, Account account, String product, @Nullable String url) {
        var shape = members.choice("shape", Update.Shape.class);
        var wrapped = members.yes("wrapped");
        var signature = members.choice("signature", Notice.Signature.class);
        var apart = members.yes("apart");
        var reversed = members.yes("reversed");
        var copies = members.integer("copies", 1, MOST_COPIES);
        var updates = new ArrayList<Update>();
        var several = members.objects("updates");
        if (several.isEmpty()) {
            updates.add(update(members, world, account));
        }
        for (var one : several) {
            updates.add(update(one, world, account));
            one.end();
        }
        members.end();
        if (url == null
                && world.look(w -> Content.of(w).subscriptions().of(product, "instagram"))
                        .isEmpty()) {
            throw members.bad("url", "is missing, and the app has not subscribed with a callback");
        }
        return new Notice(
                product,
                url,
                updates,
                shape == null ? Update.Shape.CHANGES : shape,
                wrapped,
                signature == null ? Notice.Signature.RIGHT : signature,
                !apart,
                reversed,
                copies == null ? 1 : copies);
    }

    private static Update update(Members members, World world, Account account) {
        var field = members.text("field");
        var name = field == null ? "comments" : field;
        var value = members.node("value");
        return new Update(
                account.id(),
                name,
                value == null ? Payloads.sample(name, account.id(), world.now()) : value,
                world.now());
    }
}
