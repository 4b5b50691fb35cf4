package dev.connexions.meta.sandbox;

import dev.connexions.meta.sandbox.content.AccountEdges;
import dev.connexions.meta.sandbox.content.AppSubscriptions;
import dev.connexions.meta.sandbox.content.Content;
import dev.connexions.meta.sandbox.content.Curfew;
import dev.connexions.meta.sandbox.content.SubscriptionEdges;
import dev.connexions.meta.sandbox.facebook.FacebookGraph;
import dev.connexions.meta.sandbox.facebook.FacebookSessions;
import dev.connexions.meta.sandbox.facebook.FacebookSettings;
import dev.connexions.meta.sandbox.graph.Graph;
import dev.connexions.meta.sandbox.graph.GraphHost;
import dev.connexions.meta.sandbox.graph.Metering;
import dev.connexions.meta.sandbox.graph.Schema;
import dev.connexions.meta.sandbox.instagram.InstagramAccounts;
import dev.connexions.meta.sandbox.instagram.InstagramSessions;
import dev.connexions.meta.sandbox.instagram.Removal;
import dev.connexions.meta.sandbox.instagram.Renewal;
import dev.connexions.meta.sandbox.people.Page;
import dev.connexions.meta.sandbox.usage.Limits;
import dev.connexions.meta.sandbox.usage.Meters;
import dev.connexions.meta.sandbox.world.Part;
import dev.connexions.meta.sandbox.world.Setting;
import dev.connexions.meta.sandbox.world.Settings;
import dev.connexions.meta.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;

/** What each package brings into the sandbox: settings, things to remember, nodes of the Graph. */
final class Composition {

    private Composition() {}

    static List<Setting<?>> settings() {
        var all = new ArrayList<Setting<?>>();
        all.add(Settings.ANSWERS);
        all.add(Metering.HEADERS);
        all.addAll(Limits.settings());
        all.addAll(FacebookSettings.all());
        all.add(Removal.OFFERED);
        all.addAll(Content.SETTINGS);
        return all;
    }

    static List<Part<?>> parts() {
        return List.of(new Content(), new Curfew());
    }

    static Graph facebook(
            SandboxSettings settings, World world, FacebookSessions sessions, Meters meters, Newsroom newsroom) {
        var app = settings.facebook();
        var schema = new Schema(GraphHost.FACEBOOK);
        var types = FacebookGraph.into(schema, app, sessions, newsroom.herald()::removed);
        AccountEdges.into(schema, types.accounts(), app, newsroom.downloads(), newsroom.news());
        SubscriptionEdges.ofPage(types.pages(), Page::id, app);
        AppSubscriptions.into(schema, app, newsroom.herald());
        return new Graph(schema, world, sessions, new Metering(meters));
    }

    static Graph instagram(SandboxSettings settings, World world, Meters meters, Newsroom newsroom) {
        var app = settings.instagram();
        var schema = new Schema(GraphHost.INSTAGRAM);
        Renewal.into(schema, app);
        AccountEdges.into(
                schema,
                InstagramAccounts.into(schema, newsroom.herald()::removedFromInstagram),
                app,
                newsroom.downloads(),
                newsroom.news());
        return new Graph(schema, world, new InstagramSessions(), new Metering(meters));
    }
}
