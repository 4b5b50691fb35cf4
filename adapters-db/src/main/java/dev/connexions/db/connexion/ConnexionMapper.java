package dev.connexions.db.connexion;

import dev.connexions.db.shared.RowMapping;
import dev.connexions.domain.connexion.Connexion;
import org.mapstruct.Mapper;

@Mapper(config = RowMapping.class, uses = StateColumns.class)
interface ConnexionMapper {

    Connexion toDomain(ConnexionRow row);

    ConnexionRow toRow(Connexion connexion);
}
