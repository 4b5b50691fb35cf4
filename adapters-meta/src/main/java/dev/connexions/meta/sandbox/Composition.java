package dev.connexions.meta.sandbox;

import dev.connexions.meta.sandbox.facebook.FacebookGraph;
import dev.connexions.meta.sandbox.facebook.FacebookSessions;
import dev.connexions.meta.sandbox.facebook.FacebookSettings;
import dev.connexions.meta.sandbox.graph.Graph;
import dev.connexions.meta.sandbox.graph.GraphHost;
import dev.connexions.meta.sandbox.graph.Metering;
import dev.connexions.meta.sandbox.graph.Schema;
import dev.connexions.meta.sandbox.instagram.InstagramAccounts;
import dev.connexions.meta.sandbox.instagram.InstagramSessions;
import dev.connexions.meta.sandbox.instagram.Renewal;
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
        return all;
    }

    static List<Part<?>> parts() {
        return List.of();
    }

    static Graph facebook(SandboxSettings settings, World world, Meters meters) {
        var schema = new Schema(GraphHost.FACEBOOK);
        var sessions = new FacebookSessions(settings.facebook());
        FacebookGraph.into(schema, settings.facebook(), sessions);
        return new Graph(schema, world, sessions, new Metering(meters));
    }

    static Graph instagram(SandboxSettings settings, World world, Meters meters) {
        var schema = new Schema(GraphHost.INSTAGRAM);
        Renewal.into(schema, settings.instagram());
        InstagramAccounts.into(schema);
        return new Graph(schema, world, new InstagramSessions(), new Metering(meters));
    }
}
