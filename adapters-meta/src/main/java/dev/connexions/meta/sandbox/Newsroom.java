package dev.connexions.meta.sandbox;

import dev.connexions.meta.sandbox.content.Content;
import dev.connexions.meta.sandbox.content.FileHost;
import dev.connexions.meta.sandbox.content.Herald;
import dev.connexions.meta.sandbox.content.News;
import dev.connexions.meta.sandbox.files.Downloads;
import dev.connexions.meta.sandbox.files.Downloads.Shelf;
import dev.connexions.meta.sandbox.webhooks.Postman;
import dev.connexions.meta.sandbox.world.World;
import java.util.Map;

/** What reaches out of the sandbox, and the files that it reaches for. */
record Newsroom(Herald herald, News news, Downloads downloads, FileHost files) implements AutoCloseable {

    static Newsroom open(SandboxSettings settings, World world) {
        var apps = Map.of("facebook", settings.facebook(), "instagram", settings.instagram());
        var herald = new Herald(world, apps, new Postman());
        var news = new News(world, herald);
        herald.start(news::endStories);
        var downloads = new Downloads((host, name) -> world.look(w -> {
            var files = Content.of(w).files();
            return new Shelf(files.serves(host), files.find(host, name).orElse(null));
        }));
        return new Newsroom(herald, news, downloads, new FileHost(world));
    }

    @Override
    public void close() {
        herald.close();
    }
}
