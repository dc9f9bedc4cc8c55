# Kith in two stages: everything that builds it, then only what runs it.

FROM node:22-bookworm-slim AS build
WORKDIR /opt/kith
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:22-bookworm-slim
ENV NODE_ENV=production
WORKDIR /opt/kith
COPY --from=build /opt/kith/package.json /opt/kith/LICENSE ./
COPY --from=build /opt/kith/node_modules ./node_modules
COPY --from=build /opt/kith/dist ./dist
COPY --from=build /opt/kith/cypher ./cypher
COPY --from=build /opt/kith/ingest/lexicon ./ingest/lexicon
COPY --from=build /opt/kith/sample ./sample
# What Kith writes (.kith: the graph, and where the notes lie) goes to /data, the one place that outlives the container.
RUN chmod +x dist/server/cli.js && ln -s /opt/kith/dist/server/cli.js /usr/local/bin/kith && install -d -o node -g node /data
USER node
WORKDIR /data
EXPOSE 4747
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.KITH_PORT || 4747}/api/health`, { headers: { authorization: `Bearer ${process.env.KITH_TOKEN}` } }).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["kith"]
# Listening beyond loopback needs KITH_TOKEN; without one Kith says so and does not start.
CMD ["serve", "--host", "0.0.0.0"]
