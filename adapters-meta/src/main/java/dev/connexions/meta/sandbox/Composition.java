package dev.connexions.meta.sandbox;

import dev.connexions.meta.sandbox.graph.Graph;
import dev.connexions.meta.sandbox.graph.GraphHost;
import dev.connexions.meta.sandbox.graph.Schema;
import dev.connexions.meta.sandbox.instagram.InstagramAccounts;
import dev.connexions.meta.sandbox.instagram.InstagramSessions;
import dev.connexions.meta.sandbox.instagram.Renewal;
import dev.connexions.meta.sandbox.world.Part;
import dev.connexions.meta.sandbox.world.Setting;
import dev.connexions.meta.sandbox.world.Settings;
import dev.connexions.meta.sandbox.world.World;
import java.util.List;

/** What each package brings into the sandbox: settings, things to remember, nodes of the Graph. */
final class Composition {

    private Composition() {}

    static List<Setting<?>> settings() {
        return List.of(Settings.ANSWERS);
    }

    static List<Part<?>> parts() {
        return List.of();
    }

    static Graph instagram(SandboxSettings settings, World world) {
        var schema = new Schema(GraphHost.INSTAGRAM);
        Renewal.into(schema, settings.instagram());
        InstagramAccounts.into(schema);
        return new Graph(schema, world, new InstagramSessions());
    }
}
