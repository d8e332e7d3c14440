# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends nodejs npm \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
# The PDF driver's program leaves its package executable for its owner alone.
RUN dotnet publish src/ThiDua.Web --configuration Release --output /portal \
 && chmod -R a+rX /portal

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS runtime

# .NET 10 has no Debian images of its own, and Ubuntu has Chromium as a snap only: Debian with the runtime put in.
FROM debian:trixie-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates chromium curl fontconfig fonts-dejavu-core libicu76 libsqlite3-0 libssl3t64 libstdc++6 poppler-utils tzdata zlib1g \
 && rm -rf /var/lib/apt/lists/*
COPY --from=runtime /usr/share/dotnet /usr/share/dotnet
RUN ln -s /usr/share/dotnet/dotnet /usr/bin/dotnet \
 && useradd --uid 1654 --create-home portal \
 && install -d -o portal -g portal /data
# Docker's default profile forbids what Chromium's own sandbox is made of. Here the container is the border:
# not root, and the pages that become PDF hold no script and load nothing.
RUN echo 'export CHROMIUM_FLAGS="$CHROMIUM_FLAGS --no-sandbox"' > /etc/chromium.d/container
COPY --from=build /portal /portal
WORKDIR /portal
USER portal
ENV ASPNETCORE_HTTP_PORTS=8080 \
    Files__Root=/data/files \
    Pdf__BrowserPath=/usr/bin/chromium \
    ConnectionStrings__Portal="Data Source=/data/thidua.db"
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD curl -fsS -o /dev/null http://localhost:8080/suc-khoe
# The schema first: docker run … --migrate
ENTRYPOINT ["dotnet", "ThiDua.Web.dll"]
