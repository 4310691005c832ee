FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Scanner -c Release -o /out/scanner

# Chiseled images have no shell and no package manager, and run as user 1654.
FROM mcr.microsoft.com/dotnet/runtime:10.0-noble-chiseled
COPY --from=build /out/scanner /app
USER 1654:1654
ENTRYPOINT ["dotnet", "/app/riskanalyzer.dll"]
