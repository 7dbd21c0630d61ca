// Draws the page's charts, in the colours of the page's style, and draws them anew when these change.
(() => {
  'use strict';

  const data = JSON.parse(document.getElementById('charts').textContent);
  const drawn = [];
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();

  const inUnit = nanoseconds => nanoseconds < 999.5 ? [nanoseconds, 'ns'] : nanoseconds < 999.5e3 ? [nanoseconds / 1e3, 'µs'] : nanoseconds < 999.5e6 ? [nanoseconds / 1e6, 'ms'] : [nanoseconds / 1e9, 's'];
  // The same digits as in the tables.
  const time = nanoseconds => {
    const [value, unit] = inUnit(nanoseconds);
    return value.toFixed(value < 9.995 ? 2 : value < 99.95 ? 1 : 0) + ' ' + unit;
  };
  // A scale's round figures need no trailing zeros.
  const tick = nanoseconds => {
    const [value, unit] = inUnit(nanoseconds);
    return nanoseconds === 0 ? '0' : +value.toPrecision(3) + ' ' + unit;
  };
  const text = lines => {
    const box = document.createElement('div');
    lines.forEach((line, i) => {
      if (i > 0) box.append(document.createElement('br'));
      box.append(line);
    });
    return box;
  };
  const style = () => ({
    animation: false,
    textStyle: { color: colour('text'), fontFamily: 'inherit' },
    legend: { top: 0, left: 0, itemWidth: 16, itemHeight: 10, textStyle: { color: colour('text') } },
    tooltip: { confine: true, backgroundColor: colour('page'), borderColor: colour('line'), textStyle: { color: colour('text'), fontSize: 13 } },
  });
  const axis = { axisLine: () => ({ lineStyle: { color: colour('line') } }), label: () => ({ color: colour('quiet'), hideOverlap: true }), split: () => ({ lineStyle: { color: colour('line') } }) };

  const distribution = ({ then, rows }, width) => {
    const isNarrow = width < 600;
    const box = (name, key, stroke) => ({
      name, type: 'boxplot', layout: 'vertical', boxWidth: [6, 12],
      itemStyle: { color: 'transparent', borderColor: colour(stroke), borderWidth: 1.5 },
      data: rows.map(row => row[key] ?? []),
    });
    const labels = ['fastest', 'p25', 'p50', 'p95', 'p99'];
    return {
      ...style(),
      grid: { top: 34, left: 16, right: 20, bottom: 8, containLabel: true },
      xAxis: { type: 'log', axisLine: axis.axisLine(), axisLabel: { ...axis.label(), formatter: tick }, splitLine: axis.split() },
      yAxis: {
        type: 'category', inverse: true, data: rows.map(row => row.name), axisTick: { show: false }, axisLine: axis.axisLine(),
        axisLabel: { color: colour('text'), interval: 0, width: isNarrow ? Math.round(width * 0.4) : Math.round(width * 0.36), overflow: 'break', lineHeight: 14, fontSize: 12 },
      },
      series: [...(rows.some(row => row.then) ? [box(then, 'then', 'then')] : []), box('now', 'now', 'now')],
      tooltip: {
        ...style().tooltip, trigger: 'item',
        formatter: ({ seriesName, dataIndex }) => text([rows[dataIndex].name, seriesName, ...labels.map((label, i) => label + ' ' + time(rows[dataIndex][seriesName === 'now' ? 'now' : 'then'][i]))]),
      },
    };
  };

  const history = ({ points }) => {
    const line = (name, key, stroke, type, symbol) => ({
      name, type: 'line', symbol, symbolSize: 7, lineStyle: { color: colour(stroke), type, width: 2 }, itemStyle: { color: colour(stroke) }, connectNulls: true,
      data: points.map((point, i) => [i, point[key] ?? null]),
    });
    const day = when => new Date(when).toISOString().slice(0, 10);
    return {
      ...style(),
      grid: { top: 34, left: 8, right: 16, bottom: 8, containLabel: true },
      xAxis: {
        type: 'category', data: points.map(point => point.commit || 'now'), axisLine: axis.axisLine(), axisLabel: axis.label(), axisTick: { show: false },
      },
      yAxis: { type: 'value', min: 0, axisLabel: { ...axis.label(), formatter: tick }, splitLine: axis.split(), splitNumber: 4 },
      series: [line('p50', 'p50', 'now', 'solid', 'circle'), line('p95', 'p95', 'then', 'dashed', 'rect'), line('p99', 'p99', 'tail', 'dotted', 'triangle')],
      tooltip: {
        ...style().tooltip, trigger: 'axis',
        formatter: shown => {
          const point = points[shown[0].dataIndex];
          return text([(point.commit || 'this run') + ', ' + day(point.when), point.commit ? point.subject : '', ...['p50', 'p95', 'p99'].filter(key => point[key] !== undefined).map(key => key + ' ' + time(point[key]))].filter(line => line));
        },
      },
    };
  };

  const draw = () => {
    for (const { chart, element, option } of drawn) {
      chart.setOption(option(element.clientWidth), { notMerge: true });
      chart.resize();
    }
  };
  const add = (id, height, option) => {
    const element = document.getElementById(id);
    element.style.height = height + 'px';
    drawn.push({ chart: echarts.init(element, null, { renderer: 'svg' }), element, option });
  };

  data.distributions.forEach(one => add(one.id, 70 + one.rows.length * 44, width => distribution(one, width)));
  data.histories.forEach(one => add(one.id, 220, () => history(one)));
  draw();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  addEventListener('resize', draw);
  // Tells tests that the charts are there.
  document.documentElement.dataset.charts = drawn.length;
})();
