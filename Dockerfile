# Two images: docker build --target scanner .   docker build --target webhook .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG REVISION=
WORKDIR /source
COPY . .
RUN dotnet publish src/Scanner -c Release -o /out/scanner -p:SourceRevisionId=$REVISION \
 && dotnet publish src/Webhook -c Release -o /out/webhook -p:SourceRevisionId=$REVISION

# Chiseled images have no shell and no package manager, and run as user 1654.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS webhook
COPY --from=build /out/webhook /app
USER 1654:1654
EXPOSE 8443 8080
ENTRYPOINT ["dotnet", "/app/riskanalyzer-webhook.dll"]

FROM mcr.microsoft.com/dotnet/runtime:10.0-noble-chiseled AS scanner
COPY --from=build /out/scanner /app
USER 1654:1654
ENTRYPOINT ["dotnet", "/app/riskanalyzer.dll"]
