package dev.connexions.db.wrong;

import dev.connexions.web.wrong.WrongWeb;
import io.helidon.dbclient.DbColumn;
import io.helidon.webserver.WebServer;

public record WrongRow(WrongWeb web, WebServer server) {

    static Object reads(DbColumn column) {
        return column.get();
    }
}
